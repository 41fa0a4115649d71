import { and, asc, eq, gt, isNotNull, lt, lte, ne, or, sql } from 'drizzle-orm';
import { getCalendar } from '@/lib/data/court/calendar';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { mailSender, outbox } from '@/lib/data/db/schema/mail';
import { courtDay, isOpen, opensAt } from '@/lib/domain/court/calendar';
import { LATE_MS } from '@/lib/domain/health/alert';

/** What in the rows staff must hear of. References and numbers alone, no names. */

const mostNamed = 3;

/**
 * The filings that should have been issued five minutes ago or longer, in business hours: how many, and the references of
 * those received first. undefined if there are none or the court is closed.
 */
export async function findLateFilings(courtNow: Date): Promise<string | undefined> {
  if (!isOpen(courtNow, await getCalendar())) return undefined;
  const since = new Date(courtNow.getTime() - LATE_MS);
  const today = courtDay(courtNow);
  // Today's are due from the opening on.
  const lastDue = opensAt(today) <= since ? lte(filings.issueOn, today) : lt(filings.issueOn, today);
  const isLate = and(
    eq(filings.state, 'received'),
    lastDue,
    lte(filings.receivedAt, since),
    // After a failed attempt the next one is due later.
    or(lte(filings.dueAt, since), isNotNull(filings.lastError)),
  );
  const count = await db().$count(filings, isLate);
  if (count === 0) return undefined;
  const first = await db()
    .select({ reference: filings.reference })
    .from(filings)
    .where(isLate)
    .orderBy(asc(filings.receivedAt))
    .limit(mostNamed);
  const rest = count > mostNamed ? ', …' : '';
  return `${count}: ${first.map(({ reference }) => reference).join(', ')}${rest}`;
}

const hourMs = 60 * 60_000;

/**
 * What is wrong with e-mail: the provider's code for refusing us, or how many messages have been tried for five minutes or
 * longer, or were given up within the last hour. undefined if nothing is.
 * @param now the system's time
 */
export async function findMailTrouble(now: Date): Promise<string | undefined> {
  const [sender] = await db().select({ reason: mailSender.pauseReason }).from(mailSender);
  if (sender?.reason) return sender.reason;
  const tried = and(
    eq(outbox.state, 'queued'),
    lte(outbox.firstAttemptAt, new Date(now.getTime() - LATE_MS)),
  );
  const givenUp = and(
    sql`${outbox.state} in ('failed', 'uncertain')`,
    gt(outbox.dueAt, new Date(now.getTime() - hourMs)),
  );
  const [row] = await db()
    .select({ count: sql<number>`count(*)::int`, code: sql<string | null>`max(${outbox.lastError})` })
    .from(outbox)
    // An alert that cannot be sent must not raise the next.
    .where(and(ne(outbox.kind, 'staff-alert'), or(tried, givenUp)));
  if (!row || row.count === 0) return undefined;
  return row.code ? `${row.count}: ${row.code}` : String(row.count);
}
