import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { type FilingLine, listLines } from '@/lib/data/administration';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { type CappedPage, cappedPageOf, countedAtMost, rowsPerPage } from '@/lib/data/page';
import { filings } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import type { FilingState } from '@/lib/domain/filing';
import { foldSearch } from '@/lib/domain/search';

/** A pattern that finds the text anywhere; what LIKE reads as a sign stands for itself. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The index knows texts by groups of three characters. */
const fewest = 3;

/** A court file number or its beginning, folded, from the year on. */
const numberBegun = /^cv-\d{2}(-\d{0,8}(-[0-9a-z]{0,4})?)?$/;
const beginsNumber = (word: string) => numberBegun.test(word);

/** @throws Refused 'searchTooShort' */
function wordsOf(typed: string): string[] {
  const words = foldSearch(typed).split(' ').filter(Boolean);
  if (words.length > 0 && words.every((word) => word.length < fewest)) throw new Refused('searchTooShort');
  return words;
}

/**
 * A word stands somewhere in what a filing can be found by. What begins a number is looked up among numbers, in their
 * own index: its groups of three characters are those of all numbers of a year.
 */
function holds(word: string): SQL {
  if (beginsNumber(word)) return sql`${filings.fileNumber} like ${`${word.toUpperCase()}%`}`;
  return sql`${filings.search} like ${anywhere(word)}`;
}

/** The newest first; of those found by a number the highest, as the index has them: numbers are given in that order. */
const newestFirst = (words: string[]): SQL[] =>
  words.some(beginsNumber)
    ? [sql`${filings.fileNumber} using ~>~`]
    : [desc(filings.receivedAt), desc(filings.reference)];

/**
 * Filings by reference, court file number, party, filer or firm, the newest first; nothing typed finds all. No more
 * than a thousand are counted and shown: it takes no longer with a million filings.
 * @throws NotFound for anyone but staff; Refused 'searchTooShort'
 */
export async function searchFilings(
  actor: Actor,
  { typed, state, page }: { typed: string; state?: FilingState; page: number },
): Promise<CappedPage<FilingLine>> {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const words = wordsOf(typed);
  const found = await db()
    .select({ id: filings.id })
    .from(filings)
    .where(and(...words.map(holds), state && eq(filings.state, state)))
    .orderBy(...newestFirst(words))
    .limit(countedAtMost + 1);
  const shown = cappedPageOf(page, found.length);
  const ids = found.slice(shown.offset, shown.offset + rowsPerPage).map(({ id }) => id);
  return { ...shown, rows: await listLines(ids) };
}
