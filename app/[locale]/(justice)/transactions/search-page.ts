import { getLocale, getTranslations } from 'next-intl/server';
import { stageOf } from '@/app/[locale]/(justice)/transactions/downloads';
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
    downloads: await getTranslations('downloads'),
    kinds: await getTranslations('documentKind'),
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
      fileNumber ?? t('notYet'),
      formatShortDate(courtDay(receivedAt), locale),
      formatShortDate(issueOn, locale),
      { lines: downloadsOf(filing, words) },
    ],
  };
}

/** The newest version of each document, one line each. */
function downloadsOf({ documents }: ListedFiling, { downloads, kinds }: Words): LinkCell[] {
  return documents.flatMap((document) => {
    const version = document.versions.at(-1);
    if (!version) return [];
    const words = `${kinds(document.kind)} (${downloads(stageOf(document, version))})`;
    return [{ href: `/api/documents/${version.id}`, words }];
  });
}
