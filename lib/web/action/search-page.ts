import type { FilingState } from '@/lib/domain/filing/filing';

/**
 * A page of search results, in the reader's language. The search form is posted, because a search may be
 * personal: it stays out of URLs and of the logs that hold them.
 */
export type SearchPage = {
  /** States how many results there are. */
  summary: string;
  rows: SearchRow[];
  page: number;
  pages: number;
  /** The order that the list has by one of its columns, as `sortParam` writes it. */
  sort?: string | undefined;
};

/** A link of this site. */
export type LinkCell = { href: string; words: string };

/**
 * A row. Its first cell is a link to `href`, if set; `key` distinguishes the row from others. What is `whole`, such as a
 * number or a date, is never broken over two lines.
 */
export type SearchRow = {
  key: string;
  href?: string;
  cells: readonly (
    | string
    | { state: FilingState; words: string }
    | { whole: string }
    | { lines: readonly (string | LinkCell)[] }
  )[];
};
