import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { type CappedPage, cappedPageOf, countedAtMost, rowsPerPage } from '@/lib/data/db/page';
import {
  type FilingLine,
  type FilingSort,
  listLines,
  sortReferences,
} from '@/lib/data/filing/administration';
import { type ExportedFiling, listExported } from '@/lib/data/search/exported-filing';
import { type AskedTerms, allOf, findOf, type Round, roundsOf } from '@/lib/data/search/filing-terms';
import { type Actor, can } from '@/lib/domain/access/access';
import { searchQuery } from '@/lib/domain/filing/search-query';

async function findReferences(rounds: Round[]): Promise<string[]> {
  const references = new Set<string>();
  for (const round of rounds) {
    if (references.size > countedAtMost) break;
    for (const { reference } of await findOf(round, countedAtMost + 1)) references.add(reference);
  }
  return [...references].slice(0, countedAtMost + 1);
}

/** @throws Refused 'searchWithoutWords' */
function roundsOfTerms(actor: Actor, terms: AskedTerms): Round[] {
  const query = searchQuery(terms.typed);
  const isEmpty = !query.number && query.emails.length === 0 && query.parts.length === 0;
  if (terms.typed && isEmpty) throw new Refused('searchWithoutWords');
  return roundsOf(actor, query, terms);
}

/**
 * Searches filings by reference, court file number, party, filer, firm or e-mail address, by office and by days, the
 * newest first. Whole short words and numbers come before words that only begin so. An empty search finds all. At most
 * a thousand are counted and shown, so that a search takes no longer with a million filings.
 * @param asked.sort another order of those that are shown
 * @throws NotFound for anyone but staff; Refused 'searchWithoutWords'
 */
export async function searchFilings(
  actor: Actor,
  { page, sort, ...terms }: AskedTerms & { page: number; sort?: FilingSort | undefined },
): Promise<CappedPage<FilingLine>> {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const found = await findReferences(roundsOfTerms(actor, terms));
  const shown = cappedPageOf(page, found.length);
  const listed = found.slice(0, shown.total);
  const ordered = sort ? await sortReferences(actor, listed, sort) : listed;
  return { ...shown, rows: await listLines(actor, ordered.slice(shown.offset, shown.offset + rowsPerPage)) };
}

/** Filings of an export that are read at once. */
const atOnce = 1_000;

/**
 * Every filing that matches, by when it came, the newest first, some at a time, as they are asked for. The audit log
 * records it before the first: what was filtered by, and nothing of what was typed.
 * @throws NotFound for anyone but staff, at once; Refused 'searchWithoutWords'
 */
export async function exportFilings(
  actor: Actor,
  { typed, state, ...terms }: AskedTerms,
  now: Date,
): Promise<AsyncGenerator<ExportedFiling[]>> {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const rounds = roundsOfTerms(actor, { typed, state, ...terms });
  const named = Object.entries({ state, ...terms }).filter(([, value]) => value) as [string, string][];
  const details = { ...Object.fromEntries(named), words: typed ? 'yes' : 'no' };
  await record(db(), actor, { action: 'export filings', subject: 'filings', details }, now);
  return eachPart();

  async function* eachPart(): AsyncGenerator<ExportedFiling[]> {
    let places = await findOf(allOf(rounds, undefined), atOnce);
    while (places.length > 0) {
      yield await listExported(
        actor,
        places.map(({ reference }) => reference),
      );
      if (places.length < atOnce) return;
      places = await findOf(allOf(rounds, places.at(-1)), atOnce);
    }
  }
}
