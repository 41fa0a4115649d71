import { createHash } from 'node:crypto';
import { max, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { readAnnouncements } from '@/lib/data/court/announcements';
import { db, readingDb } from '@/lib/data/db/db';
import { settings } from '@/lib/data/db/schema/approval';
import { auditDays } from '@/lib/data/db/schema/audit';
import { closures, courtCalendar, courts } from '@/lib/data/db/schema/court';
import { filingDays, outages } from '@/lib/data/db/schema/health';
import { registerHead } from '@/lib/data/db/schema/register';

/**
 * What pages show to everybody: the court's calendar, its offices, the end of its register with the roots of the
 * audit log, the numbers of finished days, what staff set, and when the service was out of order. `announcements` are
 * what stands on every page at the moment.
 */
export type PublicFact =
  | 'calendar'
  | 'offices'
  | 'register'
  | 'statistics'
  | 'settings'
  | 'outages'
  | 'announcements';

/** Of each, a mark that differs once any of its rows does. */
export type PublicMarks = Readonly<Record<PublicFact, string>>;

/** The rows of a small table as one text, in whatever order they lie so long as it is the same. */
const rowsOf = (table: PgTable) =>
  sql`(select coalesce(string_agg(one::text, '|' order by one::text), '') from ${table} as one)`;

const markOf = (...tables: PgTable[]) =>
  sql<string>`encode(sha256(convert_to(concat_ws('#', ${sql.join(tables.map(rowsOf), sql`, `)}), 'UTF8')), 'hex')`;

/** The marks of what staff keep. */
async function readKept() {
  const [kept] = await db()
    .select({
      calendar: markOf(closures, courtCalendar),
      offices: markOf(courts),
      // Versions are only added.
      settings: sql<string>`(select count(*) from ${settings})`.mapWith(String),
      outages: markOf(outages),
    })
    .from(sql`(select 1) as nothing`);
  return kept;
}

/** The marks of the register and of the days that are counted, where their pages read them. */
async function readEnds() {
  const reading = await readingDb();
  const [head] = await reading
    .select({
      entry: registerHead.entry,
      rooted: sql<string | null>`(select max(${auditDays.day}) from ${auditDays})`,
    })
    .from(registerHead);
  const [counted] = await reading.select({ day: max(filingDays.day) }).from(filingDays);
  return { register: `${head?.entry ?? 0} ${head?.rooted ?? ''}`, statistics: counted?.day ?? '' };
}

/**
 * The present marks. Derived from the rows themselves, so that no change is missed, whoever made it. All are asked for at once,
 * since a page may wait for them. Public.
 * @param courtNow by which notices and outages begin and end
 */
export async function readPublicMarks(courtNow: Date): Promise<PublicMarks> {
  const [kept, announced, ends] = await Promise.all([readKept(), readAnnouncements(courtNow), readEnds()]);
  return {
    calendar: kept?.calendar ?? '',
    // Versions of offices are settings.
    offices: `${kept?.offices} ${kept?.settings}`,
    settings: kept?.settings ?? '',
    outages: kept?.outages ?? '',
    announcements: createHash('sha256').update(JSON.stringify(announced)).digest('hex'),
    ...ends,
  };
}
