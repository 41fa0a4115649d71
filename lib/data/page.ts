/** Rows on a page of a list. */
export const rowsPerPage = 20;

/** One page of a list; pages count from 1, and there is always a first. */
export type Page<Row> = { rows: Row[]; total: number; page: number; pages: number };

/** The page that can be shown of the one asked for, and how many rows come before it. */
export function pageOf(asked: number, total: number): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(total / rowsPerPage));
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { page, pages, offset: (page - 1) * rowsPerPage };
}

/** The most rows that are counted where there may be a million: nobody reads on to the end. */
export const countedAtMost = 1_000;

/** A page of a list of which no more than `countedAtMost` rows are counted or shown; `isMore` says that there are more. */
export type CappedPage<Row> = Page<Row> & { isMore: boolean };

/** As `pageOf`, of a list that was counted to `counted`, at most one more than is shown. */
export function cappedPageOf(asked: number, counted: number) {
  const total = Math.min(counted, countedAtMost);
  return { ...pageOf(asked, total), total, isMore: counted > countedAtMost };
}
