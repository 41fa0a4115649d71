import { and, asc, between, eq, gte, lt, max, min, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { filings } from '@/lib/data/db/schema/filing';
import { filingDays } from '@/lib/data/db/schema/health';
import { ofFilers } from '@/lib/data/filing/administration';
import { courtDay, OPENS } from '@/lib/domain/court/calendar';
import { addDays, COURT_ZONE, daysBetween, type IsoDate, startOfDay } from '@/lib/domain/court/day';
import type { HoldReason } from '@/lib/domain/filing/hold';
import { WAIT_BOUNDS, WAIT_STEPS } from '@/lib/domain/health/waits';

/** What each day of the court brought, in numbers alone. */
export type FilingDay = typeof filingDays.$inferSelect;

/** A day is counted for good this long after its end, when every filing of its last second is stored. */
const settledMs = 10 * 60_000;
/** Days that are counted at once. */
const atOnce = 60;

const zone = sql.raw(`'${COURT_ZONE}'`);
const inCourt = (column: PgColumn) => sql`(${column} at time zone ${zone})`;
const dayOf = (column: PgColumn) => sql<IsoDate>`${inCourt(column)}::date::text`;
const count = sql<number>`count(*)::int`;

/** From receipt, or from the opening of the day that the filing bears where it came before that, to issue; in seconds. */
export const waitSeconds = sql<number>`extract(epoch from ${filings.issuedAt} - greatest(${filings.receivedAt},
  (${filings.issueOn} + ${sql.raw(`time '${OPENS}'`)}) at time zone ${zone}))`;

const within = (column: PgColumn, first: IsoDate, last: IsoDate) =>
  and(gte(column, startOfDay(first)), lt(column, startOfDay(addDays(last, 1))));

/** The same of a line of the audit log about a filing. */
const isAboutFilers = sql`not exists (select 1 from ${filings} where ${filings.reference} = ${audit.subject}
  and not ${ofFilers})`;

const none = (day: IsoDate): FilingDay => ({
  day,
  received: 0,
  issued: 0,
  hours: Array.from({ length: 24 }, () => 0),
  waits: WAIT_STEPS.map(() => 0),
  holds: {},
});

/** Counts days from the rows themselves, each by a walk along an index. Both days are included. */
export async function countDays(first: IsoDate, last: IsoDate): Promise<FilingDay[]> {
  const days = new Map<IsoDate, FilingDay>();
  for (let day = first; day <= last; day = addDays(day, 1)) days.set(day, none(day));
  const hour = sql<number>`extract(hour from ${inCourt(filings.receivedAt)})::int`;
  const received = await db()
    .select({ day: dayOf(filings.receivedAt), hour, count })
    .from(filings)
    .where(and(within(filings.receivedAt, first, last), ofFilers))
    .groupBy(sql`1`, sql`2`);
  const step = sql<number>`width_bucket(${waitSeconds}, array[${sql.raw(WAIT_BOUNDS.join(','))}])`;
  const issued = await db()
    .select({ day: dayOf(filings.issuedAt), step, count })
    .from(filings)
    .where(and(within(filings.issuedAt, first, last), ofFilers))
    .groupBy(sql`1`, sql`2`);
  const held = await db()
    .select({ day: dayOf(audit.at), reason: sql<HoldReason>`${audit.details}->>'reason'`, count })
    .from(audit)
    .where(and(eq(audit.action, 'hold filing'), within(audit.at, first, last), isAboutFilers))
    .groupBy(sql`1`, sql`2`);
  for (const row of received) addTo(days.get(row.day), 'received', 'hours', row.hour, row.count);
  for (const row of issued) addTo(days.get(row.day), 'issued', 'waits', row.step, row.count);
  for (const row of held) Object.assign(days.get(row.day)?.holds ?? {}, { [row.reason]: row.count });
  return [...days.values()];
}

function addTo(
  day: FilingDay | undefined,
  total: 'received' | 'issued',
  parts: 'hours' | 'waits',
  at: number,
  n: number,
): void {
  if (!day) return;
  day[total] += n;
  day[parts][at] = (day[parts][at] ?? 0) + n;
}

/**
 * Stores the numbers of finished days that have none yet, some weeks of them at a time. For the worker.
 * @returns how many days were stored; 0 where none is missing
 */
export async function storeFilingDays(courtNow: Date): Promise<number> {
  const last = addDays(courtDay(new Date(courtNow.getTime() - settledMs)), -1);
  const [newest] = await db()
    .select({ day: max(filingDays.day) })
    .from(filingDays);
  const first = newest?.day ? addDays(newest.day, 1) : await firstDay();
  if (!first || first > last) return 0;
  const some = Math.min(daysBetween(first, last), atOnce - 1);
  const days = await countDays(first, addDays(first, some));
  await db().insert(filingDays).values(days).onConflictDoNothing();
  return days.length;
}

async function firstDay(): Promise<IsoDate | undefined> {
  const [first] = await db()
    .select({ at: min(filings.receivedAt) })
    .from(filings);
  return first?.at ? courtDay(first.at) : undefined;
}

/** The stored days of a span, both included, the oldest first. */
export function listFilingDays(first: IsoDate, last: IsoDate): Promise<FilingDay[]> {
  return db()
    .select()
    .from(filingDays)
    .where(between(filingDays.day, first, last))
    .orderBy(asc(filingDays.day))
    .execute();
}
