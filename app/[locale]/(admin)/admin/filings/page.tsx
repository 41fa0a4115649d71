import { getTranslations } from 'next-intl/server';
import { filingHeadings } from '@/app/[locale]/(admin)/admin/filing-words';
import { search } from '@/app/[locale]/(admin)/admin/filings/actions';
import { filingsFound } from '@/app/[locale]/(admin)/admin/filings/found';
import { Button } from '@/app/ui/button';
import { TextField } from '@/app/ui/fields';
import { PageForm } from '@/app/ui/page-form';
import { pageTitle } from '@/app/ui/page-title';
import { SearchResults } from '@/app/ui/search-results';
import { Select } from '@/app/ui/select';
import { searchFilings } from '@/lib/data/filing-search';
import { FILING_STATES } from '@/lib/domain/filing';
import { requireStaff } from '@/lib/web/session';

export const generateMetadata = pageTitle('adminFilings');

/** Every filing, the newest first, to search by number, reference or name. */
export default async function FilingsPage() {
  const actor = await requireStaff();
  const [t, states, list] = [
    await getTranslations('adminFilings'),
    await getTranslations('filingState'),
    await getTranslations('pageLinks'),
  ];
  const newest = await filingsFound(await searchFilings(actor, { typed: '', page: 1 }));
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
