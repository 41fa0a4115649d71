import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import { type FilingLine, pageOfFilings } from '@/lib/data/administration';
import { NotFound } from '@/lib/data/errors';
import type { Page } from '@/lib/data/page';
import { filings, parties } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import type { FilingState } from '@/lib/domain/filing';

/** A pattern that finds the text anywhere; what LIKE reads as a sign stands for itself. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a text contains what was typed, in capitals or not. */
const contains = (text: SQL | typeof filings.title, typed: string) =>
  sql`lower(${text}) like lower(${anywhere(typed)})`;

/** File number, reference, name of a party, or name or firm of the filer. */
function matches(typed: string): SQL | undefined {
  const party = sql`exists (select 1 from ${parties} where ${parties.filingId} = ${filings.id} and ${contains(sql`${parties.name}`, typed)})`;
  return or(
    contains(sql`${filings.fileNumber}`, typed),
    contains(sql`${filings.reference}`, typed),
    party,
    contains(sql`${filings.contact}->>'firstName' || ' ' || (${filings.contact}->>'lastName')`, typed),
    contains(sql`${filings.contact}->>'firm'`, typed),
  );
}

/**
 * Filings by what staff know of them, the newest first; nothing typed finds all.
 * @throws NotFound for anyone but staff
 */
export async function searchFilings(
  actor: Actor,
  { typed, state, page }: { typed: string; state?: FilingState; page: number },
): Promise<Page<FilingLine>> {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  return pageOfFilings(and(typed ? matches(typed) : undefined, state && eq(filings.state, state)), page);
}
