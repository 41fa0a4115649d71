import { getLocale, getTranslations } from 'next-intl/server';
import { search } from '@/app/[locale]/(admin)/admin/emails/actions';
import { Paused } from '@/app/[locale]/(admin)/admin/emails/paused';
import { SearchFields } from '@/app/[locale]/(admin)/admin/emails/search-fields';
import { mailSearchPage } from '@/app/[locale]/(admin)/admin/emails/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { PageForm } from '@/app/ui/form/page-form';
import { pageTitle } from '@/app/ui/layout/page-title';
import { MAIL_SORTS, searchMails } from '@/lib/data/mail/mail-search';
import { sortOf, sortParam } from '@/lib/domain/sorting';
import { Link } from '@/lib/web/routes/link';
import { getPathname } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminEmails');

/**
 * The court's e-mail and its fate, the newest first, with a search; at first all messages, or only those that need a
 * person.
 */
export default async function EmailsPage({ searchParams }: PageProps<'/[locale]/admin/emails'>) {
  const actor = await requireStaff();
  const asked = await searchParams;
  const standing = asked.show === 'attention' ? ('attention' as const) : undefined;
  const sort = sortOf(MAIL_SORTS, asked.sort);
  const [t, list, locale] = [
    await getTranslations('adminEmails'),
    await getTranslations('pageLinks'),
    await getLocale(),
  ];
  const found = await searchMails(actor, { page: 1, standing, sort });
  const words = {
    caption: t('caption'),
    headings: MAIL_SORTS.map((by) => t(by)),
    empty: t('empty'),
    previous: list('previous'),
    next: list('next'),
  };
  const here = { pathname: '/admin/emails' as const, query: standing ? { show: standing } : {} };
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <Paused actor={actor} />
      <p>
        <Link href={{ pathname: '/admin/emails', query: standing ? {} : { show: 'attention' } }}>
          {t(standing ? 'showAll' : 'showAttention')}
        </Link>
      </p>
      <p>
        <Link href="/admin/emails/catalogue">{t('catalogue')}</Link>
      </p>
      <PageForm isSearch action={search} initial={standing && { standing }}>
        <SearchFields />
        <SearchResults
          initial={await mailSearchPage(found, sort ?? { by: 'queued', descending: true })}
          words={words}
          sorting={{
            columns: MAIL_SORTS,
            path: getPathname({ href: here, locale }),
            chosen: sort && sortParam(sort),
          }}
        />
      </PageForm>
    </>
  );
}
