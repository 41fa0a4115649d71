import { getLocale, getTranslations } from 'next-intl/server';
import { filingFacts } from '@/app/[locale]/(admin)/admin/filing-words';
import type { CappedPage } from '@/lib/data/db/page';
import type { FilingLine } from '@/lib/data/filing/administration';
import { stateWord } from '@/lib/domain/filing/filing';
import { type Sort, sortParam } from '@/lib/domain/sorting';
import type { SearchPage } from '@/lib/web/action/search-page';
import { getPathname } from '@/lib/web/routes/navigation';

/** A page of filings in the reader's language. */
export async function filingSearchPage(
  { rows, total, page, pages, isMore }: CappedPage<FilingLine>,
  sort?: Sort,
): Promise<SearchPage> {
  const [t, states, locale] = [
    await getTranslations('adminFilings'),
    await getTranslations('filingState'),
    await getLocale(),
  ];
  const found = rows.map(async (filing) => ({
    key: filing.reference,
    href: getPathname({
      href: { pathname: '/admin/filings/[reference]', params: { reference: filing.reference } },
      locale,
    }),
    cells: [
      filing.reference,
      { state: filing.state, words: states(stateWord(filing)) },
      ...(await filingFacts(filing)),
    ],
  }));
  return {
    summary: t(isMore ? 'summaryMore' : 'summary', { total, page, pages }),
    rows: await Promise.all(found),
    page,
    pages,
    sort: sort && sortParam(sort),
  };
}
