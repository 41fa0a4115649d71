'use client';

import { useEffect, useRef } from 'react';
import { Status } from '@/app/ui/display/status';
import { Table } from '@/app/ui/display/table';
import { useSearchPage } from '@/app/ui/form/form';
import { Button } from '@/app/ui/layout/button';
import { nextSort, sortedBy, sortOf, sortParam } from '@/lib/domain/sorting';
import type { LinkCell, SearchPage, SearchRow } from '@/lib/web/action/search-page';

type Words = { caption: string; headings: readonly string[]; empty: string; previous: string; next: string };

/** By what the list can be ordered: a column for each heading, the list's own path, and what its address asks for. */
type Sorting = { columns: readonly string[]; path: string; chosen: string | undefined };

/**
 * The headings of a list that can be ordered. Before anything was searched for they are links, which can be kept and
 * sent; afterwards they send the form again, because what was typed stands in no address.
 */
function headingsOf(
  headings: readonly string[],
  { columns, path }: Sorting,
  shown: SearchPage,
  isSearched: boolean,
) {
  const present = sortOf(columns, shown.sort);
  return headings.map((words, at) => {
    const by = columns[at];
    if (!by) return words;
    const next = sortParam(nextSort(by, present));
    const sorted = sortedBy(by, present);
    return isSearched
      ? { words, sorted, value: next }
      : { words, sorted, href: `${path}${path.includes('?') ? '&' : '?'}sort=${next}` };
  });
}

function cellOf(cell: SearchRow['cells'][number]) {
  if (typeof cell === 'string') return cell;
  if ('whole' in cell) return <span className="sm:whitespace-nowrap">{cell.whole}</span>;
  if ('lines' in cell) return <Lines lines={cell.lines} />;
  return <Status state={cell.state}>{cell.words}</Status>;
}

const lineOf = (line: string | LinkCell) => (typeof line === 'string' ? line : <PlainLink {...line} />);

/** A list, unless it would be of one line. */
function Lines({ lines }: { lines: readonly (string | LinkCell)[] }) {
  const [first, ...others] = lines;
  if (first !== undefined && others.length === 0) return lineOf(first);
  return (
    <ul className="mb-0!">
      {lines.map((line) => (
        <li key={typeof line === 'string' ? line : line.href}>{lineOf(line)}</li>
      ))}
    </ul>
  );
}

const PlainLink = ({ href, words }: LinkCell) => (
  <a href={href} className="inline-flex min-h-11 items-center text-link underline sm:min-h-0">
    {words}
  </a>
);

/**
 * A row whose first cell links to its page. The link is plain, so that no staff page is fetched before
 * somebody opens it.
 */
function rowOf({ key, href, cells }: SearchRow) {
  const [first, ...others] = cells;
  if (!href) return { key, cells: cells.map(cellOf) };
  const link = (
    <a
      key="link"
      href={href}
      className="inline-flex min-h-11 items-center text-link underline sm:min-h-0 sm:whitespace-nowrap"
    >
      {typeof first === 'string' ? first : first && 'words' in first && first.words}
    </a>
  );
  return { key, cells: [link, ...others.map(cellOf)] };
}

/**
 * Shows a page of search results, within the search form; `initial` is shown before the form was sent.
 * Buttons of the form turn the pages.
 */
export function SearchResults({
  initial,
  words,
  sorting,
}: {
  initial: SearchPage;
  words: Words;
  sorting?: Sorting;
}) {
  const searched = useSearchPage();
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (searched) summary.current?.focus();
  }, [searched]);
  const shown = searched ?? initial;
  const chosen = searched ? searched.sort : sorting?.chosen;
  const turn = (to: number, label: string) => (
    <Button look="secondary" name="page" value={to}>
      {label}
    </Button>
  );
  return (
    <section className="mt-10">
      {chosen && <input type="hidden" name="sort" value={chosen} />}
      <p ref={summary} tabIndex={-1}>
        {shown.summary}
      </p>
      <Table
        caption={words.caption}
        headings={sorting ? headingsOf(words.headings, sorting, shown, Boolean(searched)) : words.headings}
        rows={shown.rows.map(rowOf)}
        empty={words.empty}
        headed
      />
      <div className="flex flex-wrap gap-4">
        {shown.page > 1 && turn(shown.page - 1, words.previous)}
        {shown.page < shown.pages && turn(shown.page + 1, words.next)}
      </div>
    </section>
  );
}
