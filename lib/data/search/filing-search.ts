import { type AnyColumn, and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { isOpenTo } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { type CappedPage, cappedPageOf, countedAtMost, rowsPerPage } from '@/lib/data/db/page';
import { filings } from '@/lib/data/db/schema/filing';
import {
  type FilingLine,
  type FilingSort,
  listLines,
  sortReferences,
} from '@/lib/data/filing/administration';
import { type Actor, can } from '@/lib/domain/access/access';
import type { FilingState } from '@/lib/domain/filing/filing';
import { type SearchQuery, searchQuery } from '@/lib/domain/filing/search-query';

const holds = (pattern: string): SQL => sql`${filings.search} like ${pattern}`;

/** Numbers have an index of their own. In groups of three characters all numbers of a year are alike. */
const isNumbered = (pattern: string): SQL =>
  sql`(${filings.fileNumber} like ${pattern} or ${filings.filedIn} like ${pattern})`;

type Round = { conditions: SQL[]; isByNumber: boolean; hasWords: boolean };

/** What to try one after the other: what was meant most likely comes first. */
function roundsOf({ number, whole, parts }: SearchQuery): Round[] {
  const round = (begins: SQL[], patterns: string[]): Round => ({
    conditions: [...begins, ...patterns.map(holds)],
    isByNumber: number !== undefined,
    hasWords: patterns.length > 0,
  });
  const begins = number ? [isNumbered(number.begins)] : [];
  return [
    ...(number?.exact ? [round([isNumbered(number.exact)], parts)] : []),
    ...(whole ? [round(begins, whole)] : []),
    round(begins, parts),
  ];
}

/** The columns that order the results. */
const line = {
  reference: filings.reference,
  receivedAt: filings.receivedAt,
  fileNumber: filings.fileNumber,
};

/**
 * The newest first. A search by number sorts by number, the highest first, which is the order of the index.
 */
const newestFirst = ({ isByNumber }: Round, from: Record<keyof typeof line, AnyColumn>): SQL[] =>
  isByNumber ? [sql`${from.fileNumber} using ~>~`] : [desc(from.receivedAt), desc(from.reference)];

/** As many filings are fetched by their words and then sorted as quickly as others are read in order. */
const few = 15_000;

/**
 * The newest filings of a round, or undefined if more than a few have its words. They are fetched by the index of words
 * whatever the planner expects: if it took many to have these words where none has, it would read all filings in order.
 */
async function findFew(round: Round, where: SQL | undefined): Promise<string[] | undefined> {
  const any = db()
    .select(line)
    .from(filings)
    .where(where)
    .limit(few + 1)
    .as('any');
  const found = await db()
    .select({ reference: any.reference, all: sql`count(*) over ()`.mapWith(Number) })
    .from(any)
    .orderBy(...newestFirst(round, any))
    .limit(countedAtMost + 1);
  return (found[0]?.all ?? 0) > few ? undefined : found.map(({ reference }) => reference);
}

/** The newest filings of a round, read in order until there are enough. */
async function findMany(round: Round, where: SQL | undefined): Promise<string[]> {
  const found = await db()
    .select({ reference: filings.reference })
    .from(filings)
    .where(where)
    .orderBy(...newestFirst(round, filings))
    .limit(countedAtMost + 1);
  return found.map(({ reference }) => reference);
}

async function findReferences(
  actor: Actor,
  query: SearchQuery,
  state: FilingState | undefined,
): Promise<string[]> {
  const references = new Set<string>();
  for (const round of roundsOf(query)) {
    if (references.size > countedAtMost) break;
    // Words are names. A file that is closed to this person is found by its number alone.
    const named = round.hasWords ? isOpenTo(actor) : undefined;
    const where = and(...round.conditions, named, state && eq(filings.state, state));
    const some = round.hasWords ? await findFew(round, where) : undefined;
    for (const reference of some ?? (await findMany(round, where))) references.add(reference);
  }
  return [...references].slice(0, countedAtMost + 1);
}

/**
 * Searches filings by reference, court file number, party, filer or firm, the newest first. Whole short words and
 * numbers come before words that only begin so. An empty search finds all. At most a thousand are counted and
 * shown, so that a search takes no longer with a million filings.
 * @param asked.sort another order of those that are shown
 * @throws NotFound for anyone but staff; Refused 'searchWithoutWords'
 */
export async function searchFilings(
  actor: Actor,
  {
    typed,
    state,
    page,
    sort,
  }: { typed: string; state?: FilingState | undefined; page: number; sort?: FilingSort | undefined },
): Promise<CappedPage<FilingLine>> {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const query = searchQuery(typed);
  if (typed && !query.number && query.parts.length === 0) throw new Refused('searchWithoutWords');
  const found = await findReferences(actor, query, state);
  const shown = cappedPageOf(page, found.length);
  const listed = found.slice(0, shown.total);
  const ordered = sort ? await sortReferences(actor, listed, sort) : listed;
  return { ...shown, rows: await listLines(actor, ordered.slice(shown.offset, shown.offset + rowsPerPage)) };
}
