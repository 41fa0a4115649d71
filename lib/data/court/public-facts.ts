import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { db, readingDb } from '@/lib/data/db/db';
import { closures, courtCalendar, courts } from '@/lib/data/db/schema/court';
import { registerHead } from '@/lib/data/db/schema/register';

/** Rows that pages show to everybody: the court's calendar, its offices, and the end of its register. */
export type PublicFact = 'calendar' | 'offices' | 'register';

/** Of each, a mark that differs once any of its rows does. */
export type PublicMarks = Readonly<Record<PublicFact, string>>;

/** The rows of a small table as one text, in whatever order they lie so long as it is the same. */
const rowsOf = (table: PgTable) =>
  sql`(select coalesce(string_agg(one::text, '|' order by one::text), '') from ${table} as one)`;

const markOf = (...tables: PgTable[]) =>
  sql<string>`encode(sha256(convert_to(concat_ws('#', ${sql.join(tables.map(rowsOf), sql`, `)}), 'UTF8')), 'hex')`;

/**
 * The present marks. Derived from the rows themselves, so that no change is missed, whoever made it. The register is read
 * where its page reads it. Public.
 */
export async function readPublicMarks(): Promise<PublicMarks> {
  const [kept] = await db()
    .select({ calendar: markOf(closures, courtCalendar), offices: markOf(courts) })
    .from(sql`(select 1) as nothing`);
  const [head] = await (await readingDb()).select().from(registerHead);
  return { calendar: kept?.calendar ?? '', offices: kept?.offices ?? '', register: String(head?.entry ?? 0) };
}
