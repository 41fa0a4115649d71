import type { FilingState } from '@/lib/domain/filing';

/**
 * A page of what a search found, in the reader's language. It answers a form that is posted: what was searched for
 * may be personal, and stays out of addresses and of the logs that keep them.
 */
export type Found = {
  /** Says how many there are. */
  summary: string;
  rows: FoundRow[];
  page: number;
  pages: number;
};

/** A row; its first cell is a link to `href` where there is one, and `key` tells it from others. */
export type FoundRow = {
  key: string;
  href?: string;
  cells: readonly (string | { state: FilingState; words: string })[];
};
