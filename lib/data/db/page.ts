import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { db } from '@/lib/data/db/db';
import type { Sort } from '@/lib/domain/sorting';

/** Rows on a page of a list. */
export const rowsPerPage = 20;

/** One page of a list. Pages count from 1, and the first always exists. */
type Page<Row> = { rows: Row[]; total: number; page: number; pages: number };

/** The nearest existing page to the requested one, and the number of rows before it. */
export function pageOf(
  asked: number,
  total: number,
  perPage = rowsPerPage,
): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { page, pages, offset: (page - 1) * perPage };
}

/** The most rows that are counted in a list of perhaps a million, because nobody reads to its end. */
export const countedAtMost = 1_000;

/**
 * A page of a list of which at most `countedAtMost` rows are counted or shown; `isMore` says that there are
 * more.
 */
export type CappedPage<Row> = Page<Row> & { isMore: boolean };

/** As `pageOf`. @param counted the number of rows, counted up to one more than is shown */
export function cappedPageOf(asked: number, counted: number) {
  const total = Math.min(counted, countedAtMost);
  return { ...pageOf(asked, total), total, isMore: counted > countedAtMost };
}

/** The number of rows that meet a condition, counted up to one more than is shown. */
export function countToMost(table: PgTable, condition: SQL | undefined): Promise<number> {
  const some = db()
    .select({ one: sql`1` })
    .from(table)
    .where(condition)
    .limit(countedAtMost + 1);
  return db().$count(some.as('some'));
}

/** The order by a column of an allow-list. What has no value comes last either way. */
export const inOrder = <Column extends string>(
  columns: Record<Column, AnyColumn | SQL>,
  { by, descending }: Sort<Column>,
): SQL => (descending ? sql`${columns[by]} desc nulls last` : sql`${columns[by]} asc nulls last`);
