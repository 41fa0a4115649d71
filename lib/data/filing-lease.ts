import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { filings } from '@/lib/data/schema';
import { opensAt } from '@/lib/domain/calendar';
import { statesBefore } from '@/lib/domain/filing';

/** The filing's row as its own queue: due, leased to one worker, put back when a try fails. */

export type Filing = typeof filings.$inferSelect;
/** A filing that this process alone may issue until its lease runs out. */
export type LeasedFiling = Filing & { leaseToken: string };

/** Of e-mail about issuing it: what waited for the opening goes after what is issued while its filer looks on. */
export function mailPriority({ receivedAt, issueOn }: Pick<Filing, 'receivedAt' | 'issueOn'>): 0 | 1 {
  return receivedAt < opensAt(issueOn) ? 1 : 0;
}

/** After a failed try the next waits: `firstMs`, then twice as long each time, an hour at most. */
export function backoffMs(attempts: number, firstMs: number): number {
  return Math.min(firstMs * 2 ** Math.max(0, attempts - 1), 3_600_000);
}

/** The lease is lost: another worker took over, or the filing was decided. Nothing of this try counts. */
export class LeaseLost extends Error {}

/**
 * Takes the filing that has been due longest, or the one asked for when it is due.
 * @param courtNow due times are the court's; `now` leases are the system's, and last `leaseMs`
 */
export async function leaseDueFiling(
  { courtNow, now }: { courtNow: Date; now: Date },
  leaseMs: number,
  filingId?: string,
): Promise<LeasedFiling | null> {
  const leaseToken = randomUUID();
  const due = db()
    .select({ id: filings.id })
    .from(filings)
    .where(
      and(
        inArray(filings.state, statesBefore('issued')),
        lte(filings.dueAt, courtNow),
        or(isNull(filings.leaseUntil), lt(filings.leaseUntil, now)),
        filingId ? eq(filings.id, filingId) : undefined,
      ),
    )
    .orderBy(asc(filings.dueAt), asc(filings.receivedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db()
    .update(filings)
    .set({
      leaseToken,
      leaseUntil: new Date(now.getTime() + leaseMs),
      attempts: sql`${filings.attempts} + 1`,
    })
    .where(eq(filings.id, due))
    .returning();
  return row ? { ...row, leaseToken } : null;
}

/** The filing while the lease holds. */
export const held = (filing: LeasedFiling) =>
  and(
    eq(filings.id, filing.id),
    eq(filings.leaseToken, filing.leaseToken),
    inArray(filings.state, statesBefore('issued')),
  );

/** The lease holds for `leaseMs` more. @throws LeaseLost */
export async function renewLease(filing: LeasedFiling, now: Date, leaseMs: number): Promise<void> {
  const renewed = await db()
    .update(filings)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(held(filing))
    .returning({ id: filings.id });
  if (renewed.length === 0) throw new LeaseLost();
}

/** Gives the filing back untried, because this process ends: the next may take it at once. */
export async function handBack(filing: LeasedFiling): Promise<void> {
  await db()
    .update(filings)
    .set({ leaseToken: null, leaseUntil: null, attempts: sql`${filings.attempts} - 1` })
    .where(held(filing));
}

/** Puts the filing back: it stays received with its date, is tried again later, and the filer is told once. */
export async function putBack(
  filing: LeasedFiling,
  { error, waitMs }: { error: string; waitMs: number },
  delayed: Pick<NewMail, 'subject' | 'html' | 'text'>,
  { now, courtNow }: { now: Date; courtNow: Date },
): Promise<void> {
  await db().transaction(async (tx) => {
    const dueAt = new Date(courtNow.getTime() + waitMs);
    const released = await tx
      .update(filings)
      .set({ leaseToken: null, leaseUntil: null, lastError: error, dueAt })
      .where(held(filing))
      .returning({ id: filings.id });
    if (released.length === 0) return;
    const details = { error, attempt: filing.attempts };
    const entry = { action: 'issue filing', subject: filing.reference, outcome: 'refused' as const, details };
    await record(tx, { kind: 'system' }, entry, now);
    const dedupeKey = `claim-delayed/${filing.id}`;
    const recipient = filing.contact.email;
    const priority = mailPriority(filing);
    await queueMail(
      tx,
      { kind: 'claim-delayed', dedupeKey, recipient, filingId: filing.id, priority, ...delayed },
      now,
    );
  });
}
