import type { ReactNode } from 'react';
import { SortControl, type SortHeading } from '@/app/ui/display/sort-heading';

export type TableRow = { key: string; cells: readonly ReactNode[] };

type Heading = string | SortHeading;
const wordsOf = (heading: Heading) => (typeof heading === 'string' ? heading : heading.words);

/** The headings. On a phone, where each cell has its own, those that order the list stand above the cards. */
function Headings({ headings }: { headings: readonly Heading[] }) {
  const isSortable = headings.some((heading) => typeof heading !== 'string');
  return (
    <thead
      className={isSortable ? 'block sm:table-header-group' : 'sr-only sm:not-sr-only sm:table-header-group'}
    >
      <tr
        className={`text-[0.9375rem] sm:border-b-2 sm:border-ink ${isSortable ? 'mb-4 flex flex-wrap gap-x-5 sm:table-row' : ''}`}
      >
        {headings.map((heading) => (
          <th
            key={wordsOf(heading)}
            scope="col"
            aria-sort={typeof heading === 'string' ? undefined : heading.sorted}
            className={`align-bottom font-semibold text-muted sm:py-2 sm:pr-5 ${typeof heading === 'string' ? 'sr-only sm:not-sr-only sm:table-cell' : ''}`}
          >
            {typeof heading === 'string' ? heading : <SortControl heading={heading} />}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Rows under headings. On a phone each row becomes a card. The first cell names its row. */
export function Table({
  caption,
  headings,
  rows,
  empty,
  headed,
}: {
  caption: string;
  headings: readonly Heading[];
  rows: readonly TableRow[];
  /** Shown if there are no rows. */
  empty: ReactNode;
  /** Whether a heading just above says the same as the caption, which is then only read aloud. */
  headed?: boolean;
}) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <table className="mb-8 block w-full text-left sm:table sm:text-[0.9375rem]">
      <caption className={headed ? 'sr-only' : 'mb-2 block text-left font-semibold sm:table-caption'}>
        {caption}
      </caption>
      <Headings headings={headings} />
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <tr key={row.key} className="row-or-card">
            {row.cells.map((cell, index) => {
              const heading = wordsOf(headings[index] ?? '');
              const Cell = index === 0 ? 'th' : 'td';
              return (
                <Cell
                  key={heading}
                  scope={index === 0 ? 'row' : undefined}
                  className="cell"
                  data-heading={heading}
                >
                  <div>{cell}</div>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
