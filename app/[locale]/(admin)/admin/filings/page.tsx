import { getTranslations } from 'next-intl/server';
import { filingHeadings } from '@/app/[locale]/(admin)/admin/filing-words';
import { search } from '@/app/[locale]/(admin)/admin/filings/actions';
import { filingSearchPage } from '@/app/[locale]/(admin)/admin/filings/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { TextField } from '@/app/ui/form/fields';
import { PageForm } from '@/app/ui/form/page-form';
import { Select } from '@/app/ui/form/select';
import { Button } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { searchFilings } from '@/lib/data/search/filing-search';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { requireStaff } from '@/lib/web/session/session';

export const generateMetadata = pageTitle('adminFilings');

/** Every filing, the newest first, with a search by number, reference or name. */
export default async function FilingsPage() {
  const actor = await requireStaff();
  const [t, states, list] = [
    await getTranslations('adminFilings'),
    await getTranslations('filingState'),
    await getTranslations('pageLinks'),
  ];
  const newest = await filingSearchPage(await searchFilings(actor, { typed: '', page: 1 }));
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
        <SearchResults initial={newest} words={words} />
      </PageForm>
    </>
  );
}
