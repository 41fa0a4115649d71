import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/display/table';
import type { FiledMail } from '@/lib/data/filing/filings';
import { formatInstant } from '@/lib/domain/court/dates';
import { mailStanding } from '@/lib/domain/filing/mail-standing';

const kinds = [
  'claim-received',
  'claim-issued',
  'claim-delayed',
  'claim-held',
  'claim-redated',
  'claim-withdrawn',
  'document-received',
  'document-filed',
  'substitute-decided',
] as const;

/** The subject matter of a message, in words. */
export async function mailName(kind: string): Promise<string> {
  const t = await getTranslations('filedMail.kinds');
  const named = kinds.find((one) => one === kind);
  return named ? t(named) : kind;
}

/** The e-mail about a submission, and the fate of each message. */
export async function MailList({ mails }: { mails: FiledMail[] }) {
  const [t, locale] = [await getTranslations('filedMail'), await getLocale()];
  const names = await Promise.all(mails.map(({ kind }) => mailName(kind)));
  const rows = mails.map((mail, i) => {
    const { standing, at } = mailStanding(mail);
    const said = t(`states.${standing}`, { at: at ? formatInstant(at, locale) : '' });
    return { key: mail.id, cells: [names[i], mail.recipient, said] };
  });
  return (
    <div className="max-w-text">
      <Table
        caption={t('caption')}
        headings={[t('kind'), t('recipient'), t('state')]}
        rows={rows}
        empty={t('empty')}
      />
    </div>
  );
}
