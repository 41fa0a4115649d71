import { max, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { db, readingDb } from '@/lib/data/db/db';
import { auditDays } from '@/lib/data/db/schema/audit';
import { closures, courtCalendar, courts } from '@/lib/data/db/schema/court';
import { filingDays } from '@/lib/data/db/schema/health';
import { registerHead } from '@/lib/data/db/schema/register';

/**
 * Rows that pages show to everybody: the court's calendar, its offices, the end of its register with the roots of the
 * audit log, and the numbers of finished days.
 */
export type PublicFact = 'calendar' | 'offices' | 'register' | 'statistics';

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
  const reading = await readingDb();
  const [head] = await reading
    .select({
      entry: registerHead.entry,
      rooted: sql<string | null>`(select max(${auditDays.day}) from ${auditDays})`,
    })
    .from(registerHead);
  const [counted] = await reading.select({ day: max(filingDays.day) }).from(filingDays);
  return {
    calendar: kept?.calendar ?? '',
    offices: kept?.offices ?? '',
    register: `${head?.entry ?? 0} ${head?.rooted ?? ''}`,
    statistics: counted?.day ?? '',
  };
}
