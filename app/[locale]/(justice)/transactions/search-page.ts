import { getLocale, getTranslations } from 'next-intl/server';
import { documentNames } from '@/app/[locale]/(justice)/transactions/downloads';
import { type ListedFiling, listFilings } from '@/lib/data/filing/own/own-filings';
import type { UserActor } from '@/lib/domain/access/access';
import { courtDay } from '@/lib/domain/court/calendar';
import { formatShortDate } from '@/lib/domain/court/dates';
import { stateWord } from '@/lib/domain/filing/filing';
import type { ListFilter } from '@/lib/domain/filing/list-filter';
import type { LinkCell, SearchPage } from '@/lib/web/action/search-page';
import { getPathname } from '@/lib/web/routes/navigation';

/** A page of the person's own submissions, in their language. */
export async function transactionsPage(
  actor: UserActor,
  asked: ListFilter & { page: number },
): Promise<SearchPage> {
  const words = await wordsOf();
  const { rows, total, page, pages } = await listFilings(actor, asked);
  return {
    summary: words.t('summary', { total, page, pages }),
    rows: rows.map((filing) => rowOf(filing, words)),
    page,
    pages,
  };
}

/** What all rows are written with: asked for once, not for each. */
async function wordsOf() {
  return {
    locale: await getLocale(),
    t: await getTranslations('transactions'),
    states: await getTranslations('filingState'),
    nameOf: await documentNames(),
  };
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

function rowOf(filing: ListedFiling, words: Words) {
  const { t, states, locale } = words;
  const { reference, state, title, ownNumber, fileNumber, receivedAt, issueOn } = filing;
  return {
    key: reference,
    href: getPathname({ href: { pathname: '/transactions/[reference]', params: { reference } }, locale }),
    cells: [
      reference,
      { state, words: states(stateWord(filing)) },
      { lines: [title, ...(ownNumber ? [t('ownNumber', { number: ownNumber })] : [])] },
      { whole: fileNumber ?? t(state === 'withdrawn' ? 'never' : 'notYet') },
      { whole: formatShortDate(courtDay(receivedAt), locale) },
      { whole: formatShortDate(issueOn, locale) },
      { lines: downloadsOf(filing, words) },
    ],
  };
}

/** The newest version of each document, one line each. */
function downloadsOf(filing: ListedFiling, { nameOf }: Words): LinkCell[] {
  return filing.documents.flatMap((document) => {
    const version = document.versions.at(-1);
    if (!version) return [];
    return [{ href: `/api/documents/${version.id}`, words: nameOf(document, version, filing) }];
  });
}
