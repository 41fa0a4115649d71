import { getLocale, getTranslations } from 'next-intl/server';
import { Paused } from '@/app/[locale]/(admin)/admin/emails/paused';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { PageLinks } from '@/app/ui/page-links';
import { pageTitle } from '@/app/ui/page-title';
import { Table } from '@/app/ui/table';
import { listMails } from '@/lib/data/outbox';
import { formatInstant } from '@/lib/domain/dates';
import { requireStaff } from '@/lib/web/session';

export const generateMetadata = pageTitle('adminEmails');

type Mail = Awaited<ReturnType<typeof listMails>>['rows'][number];

async function MailTable({ mails }: { mails: Mail[] }) {
  const [t, locale] = [await getTranslations('adminEmails'), await getLocale()];
  const headings = ['subject', 'kind', 'recipient', 'state', 'queued', 'attempts'] as const;
  const rows = mails.map((mail) => ({
    key: mail.id,
    cells: [
      <RowLink key="subject" href={{ pathname: '/admin/emails/[id]', params: { id: mail.id } }}>
        {mail.subject}
      </RowLink>,
      t(`kinds.${mail.kind}`),
      mail.recipient,
      t(`states.${mail.state}`),
      formatInstant(mail.createdAt, locale),
      mail.attempts,
    ],
  }));
  return (
    <Table caption={t('caption')} headings={headings.map((name) => t(name))} rows={rows} empty={t('empty')} />
  );
}

/** The court's e-mail and what became of it, the newest first, 20 a page. */
export default async function EmailsPage({ searchParams }: PageProps<'/[locale]/admin/emails'>) {
  const actor = await requireStaff();
  const t = await getTranslations('adminEmails');
  const { rows, page, pages } = await listMails(actor, { page: Number((await searchParams).page) });
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <Paused actor={actor} />
      <MailTable mails={rows} />
      <PageLinks
        page={page}
        pages={pages}
        href={(to) => ({ pathname: '/admin/emails', query: { page: to } })}
      />
    </>
  );
}
