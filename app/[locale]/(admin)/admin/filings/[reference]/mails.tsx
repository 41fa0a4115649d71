import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/app/ui/table';
import type { FiledMail } from '@/lib/data/filings';
import { formatInstant } from '@/lib/domain/dates';
import { Link } from '@/lib/web/navigation';

/** The e-mail about the filing, each message a link to it. */
export async function Mails({ mails }: { mails: FiledMail[] }) {
  const [t, locale] = [await getTranslations('adminEmails'), await getLocale()];
  const rows = mails.map((mail) => ({
    key: mail.id,
    cells: [
      <Link
        key="kind"
        href={{ pathname: '/admin/emails/[id]', params: { id: mail.id } }}
        prefetch={false}
        className="inline-flex min-h-11 items-center text-link underline"
      >
        {t(`kinds.${mail.kind}`)}
      </Link>,
      mail.recipient,
      t(`states.${mail.state}`),
      mail.sentAt ? formatInstant(mail.sentAt, locale) : t('notYet'),
    ],
  }));
  const headings = [t('kind'), t('recipient'), t('state'), t('sent')];
  return <Table caption={t('ofFiling')} headings={headings} rows={rows} empty={t('empty')} />;
}
