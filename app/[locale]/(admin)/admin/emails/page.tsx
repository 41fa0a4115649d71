import { getLocale, getTranslations } from 'next-intl/server';
import { Paused } from '@/app/[locale]/(admin)/admin/emails/paused';
import { RowLink } from '@/app/[locale]/(admin)/admin/row-link';
import { PageLinks } from '@/app/ui/display/page-links';
import { Table } from '@/app/ui/display/table';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listMails, MAIL_SORTS, type MailSort } from '@/lib/data/mail/mails';
import { formatInstant } from '@/lib/domain/court/dates';
import { mailStanding } from '@/lib/domain/filing/mail-standing';
import { nextSort, sortedBy, sortOf, sortParam } from '@/lib/domain/sorting';
import { getPathname, Link } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminEmails');

type Mail = Awaited<ReturnType<typeof listMails>>['rows'][number];

async function MailTable({
  mails,
  attention,
  sort,
}: {
  mails: Mail[];
  attention: boolean;
  sort: MailSort | undefined;
}) {
  const [t, locale] = [await getTranslations('adminEmails'), await getLocale()];
  const present = sort ?? { by: 'queued', descending: true };
  const headings = MAIL_SORTS.map((by) => ({
    words: t(by),
    sorted: sortedBy(by, present),
    href: getPathname({
      href: {
        pathname: '/admin/emails',
        query: { ...(attention && { show: 'attention' }), sort: sortParam(nextSort(by, present)) },
      },
      locale,
    }),
  }));
  const rows = mails.map((mail) => ({
    key: mail.id,
    cells: [
      <RowLink key="subject" href={{ pathname: '/admin/emails/[id]', params: { id: mail.id } }}>
        {mail.subject}
      </RowLink>,
      t(`kinds.${mail.kind}`),
      mail.recipient,
      t(`states.${mailStanding(mail).standing}`),
      formatInstant(mail.createdAt, locale),
      mail.attempts,
    ],
  }));
  return (
    <Table
      caption={t(attention ? 'attentionCaption' : 'caption')}
      headings={headings}
      rows={rows}
      empty={t(attention ? 'noneNeedsAttention' : 'empty')}
    />
  );
}

/**
 * The court's e-mail and its fate, the newest first, 20 a page: all messages, or only those that need a
 * person.
 */
export default async function EmailsPage({ searchParams }: PageProps<'/[locale]/admin/emails'>) {
  const actor = await requireStaff();
  const t = await getTranslations('adminEmails');
  const asked = await searchParams;
  const attention = asked.show === 'attention';
  const sort = sortOf(MAIL_SORTS, asked.sort);
  const found = await listMails(actor, { page: Number(asked.page), attention, sort });
  const { rows, page, pages, isMore } = found;
  const show = { ...(attention && { show: 'attention' }), ...(sort && { sort: sortParam(sort) }) };
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <Paused actor={actor} />
      <p>
        <Link href={{ pathname: '/admin/emails', query: attention ? {} : { show: 'attention' } }}>
          {t(attention ? 'showAll' : 'showAttention')}
        </Link>
      </p>
      {isMore && <p>{t('newestSorted', { most: found.total })}</p>}
      <MailTable mails={rows} attention={attention} sort={sort} />
      <PageLinks
        page={page}
        pages={pages}
        href={(to) => ({ pathname: '/admin/emails', query: { ...show, page: to } })}
      />
    </>
  );
}
