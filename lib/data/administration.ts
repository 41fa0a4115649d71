import { fromZonedTime } from 'date-fns-tz';
import { and, desc, eq, gte, inArray, isNotNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { needsAttention } from '@/lib/data/outbox';
import { type CappedPage, cappedPageOf, countedAtMost, rowsPerPage } from '@/lib/data/page';
import { courts, filings, outbox } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import { COURT_ZONE, courtDay } from '@/lib/domain/calendar';
import { addDays, type IsoDate } from '@/lib/domain/day';
import { type FilingState, LATE_AFTER_MS } from '@/lib/domain/filing';

/** What staff see of filings at a glance. */

export type FilingLine = {
  reference: string;
  state: FilingState;
  title: string;
  court: string;
  fileNumber: string | null;
  receivedAt: Date;
  issueOn: IsoDate;
};

const line = {
  reference: filings.reference,
  state: filings.state,
  title: filings.title,
  court: courts.municipality,
  // A number may be reserved before the claim is issued; until then it is nobody's.
  fileNumber: sql<string | null>`case when ${filings.state} = 'issued' then ${filings.fileNumber} end`,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
};

/** Lines of the filings that meet the condition, the newest first. */
function lines(condition: SQL | undefined) {
  return db()
    .select(line)
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(condition)
    .orderBy(desc(filings.receivedAt), desc(filings.reference));
}

/** The lines of these filings, the newest first. The caller has asked for permission. */
export async function listLines(ids: string[]): Promise<FilingLine[]> {
  return ids.length === 0 ? [] : lines(inArray(filings.id, ids));
}

/** How many filings meet the condition, counted to a thousand. */
async function countToMost(condition: SQL | undefined): Promise<number> {
  const some = db()
    .select({ one: sql`1` })
    .from(filings)
    .where(condition)
    .limit(countedAtMost + 1);
  return db().$count(some.as('some'));
}

/** One page, 20 lines, of the filings that meet the condition. */
async function pageOfFilings(condition: SQL | undefined, asked: number): Promise<CappedPage<FilingLine>> {
  const shown = cappedPageOf(asked, await countToMost(condition));
  return { ...shown, rows: await lines(condition).limit(rowsPerPage).offset(shown.offset) };
}

/** Received on the day, Toronto time, or bearing its date. */
function ofDay(day: IsoDate): SQL | undefined {
  const [begins, ends] = [day, addDays(day, 1)].map((on) => fromZonedTime(`${on}T00:00:00`, COURT_ZONE));
  return or(
    eq(filings.issueOn, day),
    begins && ends && and(gte(filings.receivedAt, begins), lt(filings.receivedAt, ends)),
  );
}

/** Should have been issued: a try failed (the next then waits, due later), or nothing took it up. */
function overdue(courtNow: Date): SQL | undefined {
  return and(
    eq(filings.state, 'received'),
    or(isNotNull(filings.lastError), lte(filings.dueAt, new Date(courtNow.getTime() - LATE_AFTER_MS))),
  );
}

/**
 * The court's day for staff: what is overdue or on hold (20 of each at most), how much waits, is on hold or was issued today, how many
 * e-mails need a person, and the day's filings.
 * @throws NotFound for anyone else
 */
export async function getDay(actor: Actor, courtNow: Date, page: number) {
  if (!can(actor, 'read-filings')) throw new NotFound('filings');
  const day = courtDay(courtNow);
  return {
    day,
    overdue: await lines(overdue(courtNow)).limit(rowsPerPage),
    held: await lines(eq(filings.state, 'held')).limit(rowsPerPage),
    counts: {
      received: await countToMost(eq(filings.state, 'received')),
      issued: await countToMost(and(eq(filings.state, 'issued'), eq(filings.issueOn, day))),
      held: await countToMost(eq(filings.state, 'held')),
      mailFailed: await db().$count(outbox, needsAttention()),
    },
    filings: await pageOfFilings(ofDay(day), page),
  };
}
