import { getLocale, getTranslations } from 'next-intl/server';
import { filingHeadings } from '@/app/[locale]/(admin)/admin/filing-words';
import { search } from '@/app/[locale]/(admin)/admin/filings/actions';
import { filingSearchPage } from '@/app/[locale]/(admin)/admin/filings/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { FILING_SORTS } from '@/lib/data/filing/administration';
import { searchFilings } from '@/lib/data/search/filing-search';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { sortOf, sortParam } from '@/lib/domain/sorting';
import { getPathname } from '@/lib/web/routes/navigation';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminFilings');

/** Every filing, the newest first unless a heading was chosen, with a search by number, reference or name. */
export default async function FilingsPage({ searchParams }: PageProps<'/[locale]/admin/filings'>) {
  const actor = await requireStaff();
  const sort = sortOf(FILING_SORTS, (await searchParams).sort);
  const [t, states, list, locale] = [
    await getTranslations('adminFilings'),
    await getTranslations('filingState'),
    await getTranslations('pageLinks'),
    await getLocale(),
  ];
  const found = await searchFilings(actor, { typed: '', page: 1, sort });
  const all = await filingSearchPage(found, sort ?? { by: 'received', descending: true });
  const words = {
    caption: t('caption'),
    headings: await filingHeadings(),
    empty: t('empty'),
    previous: list('previous'),
    next: list('next'),
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <PageForm action={search}>
        <TextField name="typed" label={t('typed')} hint={t('typedHint')} />
        <Select
          name="state"
          label={t('status')}
          placeholder={t('anyStatus')}
          options={FILING_STATES.map((state) => ({ value: state, label: states(state) }))}
          width="medium"
        />
        <Button>{t('search')}</Button>
        <SearchResults
          initial={all}
          words={words}
          sorting={{
            columns: FILING_SORTS,
            path: getPathname({ href: '/admin/filings', locale }),
            chosen: sort && sortParam(sort),
          }}
        />
      </PageForm>
    </>
  );
}
