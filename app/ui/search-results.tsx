'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/app/ui/button';
import { useFound } from '@/app/ui/form';
import { Status } from '@/app/ui/status';
import { Table } from '@/app/ui/table';
import type { Found, FoundRow } from '@/lib/web/found';

type Words = { caption: string; headings: readonly string[]; empty: string; previous: string; next: string };

function cellOf(cell: FoundRow['cells'][number]) {
  return typeof cell === 'string' ? cell : <Status state={cell.state}>{cell.words}</Status>;
}

/** The row's first cell leads to it. A plain link: a page of staff's is never fetched before someone asks for it. */
function rowOf({ key, href, cells }: FoundRow) {
  const [first, ...others] = cells;
  if (!href) return { key, cells: cells.map(cellOf) };
  const link = (
    <a
      key="link"
      href={href}
      className="inline-flex min-h-11 items-center text-link underline sm:min-h-0 sm:min-w-28"
    >
      {typeof first === 'string' ? first : first?.words}
    </a>
  );
  return { key, cells: [link, ...others.map(cellOf)] };
}

/** Stands in a form that searches, and shows what it found; before anything was sent, `initial`. Pages turn by the form's own buttons. */
export function SearchResults({ initial, words }: { initial: Found; words: Words }) {
  const found = useFound();
  const summary = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (found) summary.current?.focus();
  }, [found]);
  const shown = found ?? initial;
  const turn = (to: number, label: string) => (
    <Button look="secondary" name="page" value={to}>
      {label}
    </Button>
  );
  return (
    <section className="mt-10">
      <p ref={summary} tabIndex={-1}>
        {shown.summary}
      </p>
      <Table
        caption={words.caption}
        headings={words.headings}
        rows={shown.rows.map(rowOf)}
        empty={words.empty}
      />
      <div className="flex flex-wrap gap-4">
        {shown.page > 1 && turn(shown.page - 1, words.previous)}
        {shown.page < shown.pages && turn(shown.page + 1, words.next)}
      </div>
    </section>
  );
}
