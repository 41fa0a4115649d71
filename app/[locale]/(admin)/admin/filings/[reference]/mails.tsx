import { getLocale, getTranslations } from 'next-intl/server';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { Table } from '@/app/ui/display/table';
import type { FiledMail } from '@/lib/data/filing/filings';
import { formatShortInstant } from '@/lib/domain/court/dates';
import { mailStanding } from '@/lib/domain/filing/mail-standing';

/** The e-mail about the filing, with a link to each message. */
export async function Mails({ mails }: { mails: FiledMail[] }) {
  const [t, locale] = [await getTranslations('adminEmails'), await getLocale()];
  const rows = mails.map((mail) => ({
    key: mail.id,
    cells: [
      <RowLink key="kind" href={{ pathname: '/admin/emails/[id]', params: { id: mail.id } }}>
        {t(`kinds.${mail.kind}`)}
      </RowLink>,
      mail.recipient,
      t(`states.${mailStanding(mail).standing}`),
      mail.sentAt ? formatShortInstant(mail.sentAt, locale) : t('notYet'),
    ],
  }));
  const headings = [t('kind'), t('recipient'), t('state'), t('sent')];
  return <Table caption={t('ofFiling')} headings={headings} rows={rows} empty={t('empty')} headed />;
}
