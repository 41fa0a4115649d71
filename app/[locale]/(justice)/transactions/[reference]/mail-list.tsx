import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/table';
import type { FiledMail } from '@/lib/data/filings';
import { formatInstant } from '@/lib/domain/dates';

const kinds = [
  'claim-received',
  'claim-issued',
  'claim-delayed',
  'claim-held',
  'claim-redated',
  'claim-withdrawn',
  'repair-decided',
] as const;

/** The e-mail about a submission, and what became of each message. */
export async function MailList({ mails }: { mails: FiledMail[] }) {
  const [t, locale] = [await getTranslations('filedMail'), await getLocale()];
  const rows = mails.map((mail) => {
    const kind = kinds.find((one) => one === mail.kind);
    const at = mail.sentAt ? formatInstant(mail.sentAt, locale) : '';
    return {
      key: mail.id,
      cells: [kind ? t(`kinds.${kind}`) : mail.kind, mail.recipient, t(`states.${mail.state}`, { at })],
    };
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
