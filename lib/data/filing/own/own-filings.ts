import { fromZonedTime } from 'date-fns-tz';
import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { ownedBy } from '@/lib/data/access/ownership';
import { db } from '@/lib/data/db/db';
import { pageOf } from '@/lib/data/db/page';
import { filings } from '@/lib/data/db/schema/filing';
import { documentsOf, summary } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';
import { addDays, COURT_ZONE, type IsoDate } from '@/lib/domain/court/day';
import type { ListFilter, ListOrder } from '@/lib/domain/filing/list-filter';
import { searchQuery } from '@/lib/domain/filing/search-query';

/** Rows on a page of a person's own filings. */
export const ownPerPage = 25;

const startOf = (day: IsoDate) => fromZonedTime(`${day}T00:00:00`, COURT_ZONE);

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
    filter.type && sql`${filings.claim} ->> 'documentType' = ${filter.type}`,
    filter.from ? gte(filings.receivedAt, startOf(filter.from)) : undefined,
    filter.until ? lt(filings.receivedAt, startOf(addDays(filter.until, 1))) : undefined,
  );
}

/**
 * The actor's own submissions that a filter asks for. Pages count from 1; a page that does not exist gives the nearest
 * one. Without words, rows are counted and skipped in the index alone, because a firm has tens of thousands.
 */
export async function listFilings(actor: Actor, { page: wanted, ...filter }: ListFilter & { page: number }) {
  const where = asked(actor, filter);
  const total = await db().$count(filings, where);
  const { page, pages, offset } = pageOf(wanted, total, ownPerPage);
  const order = orders[filter.order];
  const shown = db()
    .select({ id: filings.id })
    .from(filings)
    .where(where)
    .orderBy(...order)
    .limit(ownPerPage)
    .offset(offset);
  const rows = await db()
    .select(summary)
    .from(filings)
    .where(inArray(filings.id, shown))
    .orderBy(...order);
  const filed = await documentsOf(rows.map(({ id }) => id));
  const withDocuments = rows.map((row) => ({
    ...row,
    documents: filed.filter(({ filingId }) => filingId === row.id),
  }));
  return { rows: withDocuments, total, page, pages };
}

export type ListedFiling = Awaited<ReturnType<typeof listFilings>>['rows'][number];

/** All of the actor's own submissions that a filter asks for, page after page, so that a file of them needs little memory. */
export async function* eachFiling(actor: Actor, filter: ListFilter): AsyncGenerator<ListedFiling> {
  for (let page = 1; ; page += 1) {
    const { rows, pages } = await listFilings(actor, { ...filter, page });
    yield* rows;
    if (page >= pages) return;
  }
}
