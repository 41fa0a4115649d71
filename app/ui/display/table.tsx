import type { ReactNode } from 'react';

export type TableRow = { key: string; cells: readonly ReactNode[] };

/** Rows under headings. On a phone each row becomes a card. The first cell names its row. */
export function Table({
  caption,
  headings,
  rows,
  empty,
  headed,
}: {
  caption: string;
  headings: readonly string[];
  rows: readonly TableRow[];
  /** Shown if there are no rows. */
  empty: string;
  /** Whether a heading just above says the same as the caption, which is then only read aloud. */
  headed?: boolean;
}) {
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <table className="mb-8 block w-full text-left sm:table sm:text-[0.9375rem]">
      <caption className={headed ? 'sr-only' : 'mb-2 block text-left font-semibold sm:table-caption'}>
        {caption}
      </caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-b-2 border-ink text-[0.9375rem]">
          {headings.map((heading) => (
            <th key={heading} scope="col" className="py-2 pr-5 align-bottom font-semibold text-muted">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.key}
            className="mb-4 block rounded-lg border border-line p-4 sm:table-row sm:rounded-none sm:border-0 sm:border-b sm:p-0"
          >
            {row.cells.map((cell, index) => {
              const heading = headings[index] ?? '';
              const Cell = index === 0 ? 'th' : 'td';
              return (
                <Cell
                  key={heading}
                  scope={index === 0 ? 'row' : undefined}
                  className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 py-1 font-normal sm:table-cell sm:py-3.5 sm:pr-5 sm:align-top sm:last:pr-0"
                >
                  <span aria-hidden="true" className="font-semibold text-muted sm:hidden">
                    {heading}
                  </span>
                  <div className="min-w-0">{cell}</div>
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
