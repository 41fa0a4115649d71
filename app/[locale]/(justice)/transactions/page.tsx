import { getLocale, getTranslations } from 'next-intl/server';
import { DraftsTable } from '@/app/[locale]/(justice)/drafts/drafts-table';
import { FilterFields } from '@/app/[locale]/(justice)/transactions/filter-fields';
import { search } from '@/app/[locale]/(justice)/transactions/search-actions';
import { transactionsPage } from '@/app/[locale]/(justice)/transactions/search-page';
import { SearchResults } from '@/app/ui/display/search-results';
import { PageForm } from '@/app/ui/form/page-form';
import { Button, ButtonRow } from '@/app/ui/layout/button';
import { pageTitle } from '@/app/ui/layout/page-title';
import { listFilter } from '@/lib/domain/filing/list-filter';
import { requireProfile } from '@/lib/web/session/profile';

export const generateMetadata = pageTitle('transactions');

/** All of the person's submissions, 25 a page, with a search, filters and files to take away; then the drafts. */
export default async function TransactionsPage() {
  const { actor } = await requireProfile();
  const [t, list, locale] = [
    await getTranslations('transactions'),
    await getTranslations('pageLinks'),
    await getLocale(),
  ];
  const first = await transactionsPage(actor, { ...listFilter({}), page: 1 });
  const headings = [
    'reference',
    'status',
    'proceeding',
    'fileNumber',
    'received',
    'issueOn',
    'documents',
  ] as const;
  const words = {
    caption: t('caption'),
    headings: headings.map((name) => t(name)),
    empty: t('noMatch'),
    previous: list('previous'),
    next: list('next'),
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <h2>{t('submitted')}</h2>
      {first.rows.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <PageForm isSearch action={search}>
          <input type="hidden" name="locale" value={locale} />
          <FilterFields />
          <ButtonRow>
            <Button>{t('search')}</Button>
            <Button look="secondary" formAction="/api/transactions/csv" formMethod="post">
              {t('csv')}
            </Button>
            <Button look="secondary" formAction="/api/transactions/zip" formMethod="post">
              {t('zip')}
            </Button>
          </ButtonRow>
          <SearchResults initial={first} words={words} />
        </PageForm>
      )}
      <h2>{t('drafts')}</h2>
      <DraftsTable actor={actor} />
    </>
  );
}
