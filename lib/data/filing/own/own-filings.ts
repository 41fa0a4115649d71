import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { ownedBy } from '@/lib/data/access/ownership';
import { db } from '@/lib/data/db/db';
import { pageOf } from '@/lib/data/db/page';
import { filings } from '@/lib/data/db/schema/filing';
import { documentsOf, summary } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';
import { addDays, startOfDay } from '@/lib/domain/court/day';
import type { ListFilter, ListOrder } from '@/lib/domain/filing/list-filter';
import { searchQuery } from '@/lib/domain/filing/search-query';

/** Rows on a page of a person's own filings. */
export const ownPerPage = 25;

/** The order of a list, always the same for equal rows. */
const orders: Record<ListOrder, SQL[]> = {
  newest: [desc(filings.receivedAt), desc(filings.id)],
  oldest: [asc(filings.receivedAt), asc(filings.id)],
  title: [asc(sql`lower(${filings.title})`), asc(filings.id)],
  number: [sql`${summary.fileNumber} desc nulls last`, desc(filings.id)],
};

/** The actor's own filings that a filter asks for. A number is found once its claim is issued. */
function asked(actor: Actor, filter: ListFilter): SQL | undefined {
  const { number, parts } = searchQuery(filter.words);
  const isNothing = filter.words !== '' && !number && parts.length === 0;
  return and(
    ownedBy(actor),
    isNothing ? sql`false` : undefined,
    number && sql`${summary.fileNumber} like ${number.exact ?? number.begins}`,
    ...parts.map((pattern) => sql`${filings.search} like ${pattern}`),
    filter.state && eq(filings.state, filter.state),
    filter.court ? eq(filings.courtId, filter.court) : undefined,
    filter.type && sql`${summary.documentType} = ${filter.type}`,
    filter.from ? gte(filings.receivedAt, startOfDay(filter.from)) : undefined,
    filter.until ? lt(filings.receivedAt, startOfDay(addDays(filter.until, 1))) : undefined,
  );
}

/** So many rows of a list with their documents. Rows are skipped in the index alone, because a firm has tens of thousands. */
async function rowsOf(
  where: SQL | undefined,
  order: SQL[],
  { limit, offset }: { limit: number; offset: number },
) {
  const shown = db()
    .select({ id: filings.id })
    .from(filings)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const rows = await db()
    .select(summary)
    .from(filings)
    .where(inArray(filings.id, shown))
    .orderBy(...order);
  const filed = await documentsOf(rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, documents: filed.filter(({ filingId }) => filingId === row.id) }));
}

export type ListedFiling = Awaited<ReturnType<typeof rowsOf>>[number];

/**
 * The actor's own submissions that a filter asks for. Pages count from 1; a page that does not exist gives the nearest
 * one.
 */
export async function listFilings(actor: Actor, { page: wanted, ...filter }: ListFilter & { page: number }) {
  const where = asked(actor, filter);
  const total = await db().$count(filings, where);
  const { page, pages, offset } = pageOf(wanted, total, ownPerPage);
  const rows = await rowsOf(where, orders[filter.order], { limit: ownPerPage, offset });
  return { rows, total, page, pages };
}

/** The first of the actor's own submissions that a filter asks for, so many at most. */
export function firstFilings(actor: Actor, filter: ListFilter, most: number): Promise<ListedFiling[]> {
  return rowsOf(asked(actor, filter), orders[filter.order], { limit: most, offset: 0 });
}

/** All of the actor's own submissions that a filter asks for, page after page, so that a file of them needs little memory. */
export async function* eachFiling(actor: Actor, filter: ListFilter): AsyncGenerator<ListedFiling> {
  const where = asked(actor, filter);
  for (let offset = 0; ; offset += ownPerPage) {
    const rows = await rowsOf(where, orders[filter.order], { limit: ownPerPage, offset });
    yield* rows;
    if (rows.length < ownPerPage) return;
  }
}
