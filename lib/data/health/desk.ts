import { and, eq, gte, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { getCalendar } from '@/lib/data/court/calendar';
import { db } from '@/lib/data/db/db';
import { countedAtMost, countToMost } from '@/lib/data/db/page';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { ofFilers } from '@/lib/data/filing/administration';
import { countDays, type FilingDay, listFilingDays, waitSeconds } from '@/lib/data/health/filing-days';
import { readTimes } from '@/lib/data/health/pulse';
import { type Actor, can } from '@/lib/domain/access/access';
import { courtDay, type Times } from '@/lib/domain/court/calendar';
import { addDays } from '@/lib/domain/court/day';
import { openingAt } from '@/lib/domain/court/opening';

const daysShown = 30;
const weekMs = 7 * 24 * 60 * 60_000;

/** The last 30 days with today. What the worker has not stored yet is counted now, at least today. */
async function lastDays(courtNow: Date): Promise<FilingDay[]> {
  const today = courtDay(courtNow);
  const first = addDays(today, 1 - daysShown);
  const stored = await listFilingDays(first, addDays(today, -1));
  const newest = stored.at(-1)?.day;
  return [...stored, ...(await countDays(newest ? addDays(newest, 1) : first, today))];
}

/** The time from receipt or opening to issue in the last seven days, in seconds; null if nothing was issued. */
async function readWait(courtNow: Date): Promise<{ median: number; p95: number } | null> {
  const [row] = await db()
    .select({
      wait: sql<
        [number, number] | null
      >`percentile_cont(array[0.5, 0.95]) within group (order by ${waitSeconds})`,
    })
    .from(filings)
    .where(and(gte(filings.issuedAt, new Date(courtNow.getTime() - weekMs)), ofFilers));
  return row?.wait ? { median: Number(row.wait[0]), p95: Number(row.wait[1]) } : null;
}

/**
 * What the desk shows beside the day's filings: whether the court is open, how issuing and e-mail go, and the last
 * thirty days in numbers. Counts of e-mail end at a thousand.
 * @throws NotFound for anyone but staff
 */
export async function getDesk(actor: Actor, { now, courtNow }: Times) {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const { pulseMs } = await readTimes();
  return {
    opening: openingAt(courtNow, await getCalendar()),
    pulseSeconds: pulseMs === null ? null : Math.max(0, Math.round(pulseMs / 1000)),
    mailWaiting: Math.min(await countToMost(outbox, eq(outbox.state, 'queued')), countedAtMost),
    mailBounced: await db().$count(
      outbox,
      and(sql`${outbox.bouncedAt} is not null`, gte(outbox.bouncedAt, new Date(now.getTime() - weekMs))),
    ),
    wait: await readWait(courtNow),
    days: await lastDays(courtNow),
  };
}
