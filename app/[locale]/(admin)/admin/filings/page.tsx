import { getLocale, getTranslations } from 'next-intl/server';
import { filingHeadings } from '@/app/[locale]/(admin)/admin/filing-words';
import { search } from '@/app/[locale]/(admin)/admin/filings/actions';
import { SavedSearches } from '@/app/[locale]/(admin)/admin/filings/saved-searches';
import { SearchFields } from '@/app/[locale]/(admin)/admin/filings/search-fields';
import { filingSearchPage } from '@/app/[locale]/(admin)/admin/filings/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { PageForm } from '@/app/ui/form/page-form';
import { pageTitle } from '@/app/ui/layout/page-title';
import { FILING_SORTS } from '@/lib/data/filing/administration';
import { searchFilings } from '@/lib/data/search/filing-search';
import { getSavedSearch, listSavedSearches } from '@/lib/data/search/saved-searches';
import { sortOf, sortParam } from '@/lib/domain/sorting';
import { orNotFound } from '@/lib/web/action/or-not-found';
import { getPathname } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminFilings');

/**
 * Every filing, or what a saved search matches, the newest first unless a heading was chosen, with a search by number,
 * reference, name, e-mail address, office and days.
 */
export default async function FilingsPage({ searchParams }: PageProps<'/[locale]/admin/filings'>) {
  const actor = await requireStaff();
  const asked = await searchParams;
  const sort = sortOf(FILING_SORTS, asked.sort);
  const saved =
    typeof asked.saved === 'string' ? await orNotFound(getSavedSearch(actor, asked.saved)) : undefined;
  const [t, list, locale] = [
    await getTranslations('adminFilings'),
    await getTranslations('pageLinks'),
    await getLocale(),
  ];
  const terms = { typed: '', ...saved?.terms };
  const found = await searchFilings(actor, { ...terms, page: 1, sort });
  const byReceipt = terms.issuedFrom || terms.issuedUntil ? undefined : { by: 'received', descending: true };
  const shown = await filingSearchPage(found, sort ?? byReceipt);
  const words = {
    caption: t('caption'),
    headings: await filingHeadings(),
    empty: t('empty'),
    previous: list('previous'),
    next: list('next'),
  };
  const here = '/admin/filings' as const;
  return (
    <>
      <h1>{t('title')}</h1>
      <SavedSearches searches={await listSavedSearches(actor)} shown={saved} />
      <PageForm
        isSearch
        action={search}
        initial={saved && { ...saved.terms, state: saved.terms.state ?? '', searchName: saved.name }}
      >
        <input type="hidden" name="locale" value={locale} />
        <SearchFields />
        <SearchResults
          initial={shown}
          words={words}
          sorting={{
            columns: FILING_SORTS,
            path: getPathname({
              href: saved ? { pathname: here, query: { saved: saved.id } } : here,
              locale,
            }),
            chosen: sort && sortParam(sort),
          }}
        />
      </PageForm>
    </>
  );
}
