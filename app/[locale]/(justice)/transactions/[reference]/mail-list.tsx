import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/table';
import type { FiledMail } from '@/lib/data/filings';
import { formatInstant } from '@/lib/domain/dates';
import { mailStanding } from '@/lib/domain/mail-standing';

const kinds = [
  'claim-received',
  'claim-issued',
  'claim-delayed',
  'claim-held',
  'claim-redated',
  'claim-withdrawn',
  'repair-decided',
] as const;

/** What a message tells, in words. */
export async function mailName(kind: string): Promise<string> {
  const t = await getTranslations('filedMail.kinds');
  const named = kinds.find((one) => one === kind);
  return named ? t(named) : kind;
}

/** The e-mail about a submission, and what became of each message. */
export async function MailList({ mails }: { mails: FiledMail[] }) {
  const [t, locale] = [await getTranslations('filedMail'), await getLocale()];
  const names = await Promise.all(mails.map(({ kind }) => mailName(kind)));
  const rows = mails.map((mail, i) => {
    const { standing, at } = mailStanding(mail);
    const said = t(`states.${standing}`, { at: at ? formatInstant(at, locale) : '' });
    return { key: mail.id, cells: [names[i], mail.recipient, said] };
  });
  return (
    <Table
      caption={t('caption')}
      headings={[t('kind'), t('recipient'), t('state')]}
      rows={rows}
      empty={t('empty')}
    />
  );
}
