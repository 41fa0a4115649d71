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

/** Every word of what was typed stands somewhere in what a filing can be found by. @throws Refused 'searchTooShort' */
function matches(typed: string): SQL | undefined {
  const words = foldSearch(typed).split(' ').filter(Boolean);
  if (words.length > 0 && words.every((word) => word.length < fewest)) throw new Refused('searchTooShort');
  return and(...words.map((word) => sql`${filings.search} like ${anywhere(word)}`));
}

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
  const found = await db()
    .select({ id: filings.id })
    .from(filings)
    .where(and(matches(typed), state && eq(filings.state, state)))
    .orderBy(desc(filings.receivedAt), desc(filings.reference))
    .limit(countedAtMost + 1);
  const shown = cappedPageOf(page, found.length);
  const ids = found.slice(shown.offset, shown.offset + rowsPerPage).map(({ id }) => id);
  return { ...shown, rows: await listLines(ids) };
}
