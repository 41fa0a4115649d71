/** What a filer is told of a document before it is filed; messages `documentWarning.*`. */
export const WARNING_KINDS = [
  'not-a-claim',
  'kind-differs',
  'no-text',
  'no-court-name',
  'earlier-file-number',
  'redactions',
  'hidden-text',
  'screen-or-paper',
  'comments',
  'fields-not-flattened',
  'owner-restrictions',
  'sideways-pages',
  'not-letter',
  'blank-pages',
  'signed',
] as const;
export type WarningKind = (typeof WARNING_KINDS)[number];

/** A warning with the pages that it is about, from 1; none if it is about the whole document. It never stops a filer. */
export type DocumentWarning = { kind: WarningKind; pages: number[] };

/** Warnings of documents in which nothing may be wrong. */
const NOTES: readonly WarningKind[] = ['blank-pages', 'not-letter', 'signed'];
export const isNote = ({ kind }: DocumentWarning): boolean => NOTES.includes(kind);

/** Page numbers in rising order as ranges, such as 2, 4–6. */
export function pageRanges(pages: readonly number[]): string[] {
  const ranges: { first: number; last: number }[] = [];
  for (const page of pages) {
    const range = ranges.at(-1);
    if (range && range.last + 1 === page) range.last = page;
    else ranges.push({ first: page, last: page });
  }
  return ranges.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
}
