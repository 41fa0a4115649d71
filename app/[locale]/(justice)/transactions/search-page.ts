import { getLocale, getTranslations } from 'next-intl/server';
import { documentWords } from '@/app/[locale]/(justice)/transactions/downloads';
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
  const t = await getTranslations('transactions');
  const { rows, total, page, pages } = await listFilings(actor, asked);
  return {
    summary: t('summary', { total, page, pages }),
    rows: await Promise.all(rows.map(rowOf)),
    page,
    pages,
  };
}

async function rowOf(filing: ListedFiling) {
  const [t, states, locale] = [
    await getTranslations('transactions'),
    await getTranslations('filingState'),
    await getLocale(),
  ];
  const { reference, state, title, ownNumber, fileNumber, receivedAt, issueOn } = filing;
  return {
    key: reference,
    href: getPathname({ href: { pathname: '/transactions/[reference]', params: { reference } }, locale }),
    cells: [
      reference,
      { state, words: states(stateWord(filing)) },
      { lines: [title, ...(ownNumber ? [t('ownNumber', { number: ownNumber })] : [])] },
      { whole: fileNumber ?? t('notYet') },
      { whole: formatShortDate(courtDay(receivedAt), locale) },
      { whole: formatShortDate(issueOn, locale) },
      { lines: await downloadsOf(filing) },
    ],
  };
}

/** The newest version of each document, one line each. */
function downloadsOf({ documents, documentType }: ListedFiling): Promise<LinkCell[]> {
  const lines = documents.flatMap((document) => {
    const version = document.versions.at(-1);
    return version ? [{ document, version }] : [];
  });
  return Promise.all(
    lines.map(async ({ document, version }) => ({
      href: `/api/documents/${version.id}`,
      words: await documentWords(document, version, documentType),
    })),
  );
}
