import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { issuingGoesOn } from '@/lib/data/court/issuing-stop';
import { db } from '@/lib/data/db/db';
import {
  handedBack,
  isFree,
  type Leased,
  LeaseLost,
  leaseUntil,
  newLease,
  noLease,
  underLease,
} from '@/lib/data/db/lease';
import { filings } from '@/lib/data/db/schema/filing';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import type { Letter } from '@/lib/data/mail/outbox';
import { opensAt, type Times } from '@/lib/domain/court/calendar';
import { statesBefore } from '@/lib/domain/filing/filing';

/**
 * The filing's row as its own queue: it becomes due, is leased to one worker, and is put back if an attempt
 * fails.
 */

export type Filing = typeof filings.$inferSelect;
/** A filing that only this process may issue until its lease ends. */
export type LeasedFiling = Leased<Filing>;

/**
 * The priority of e-mail about a filing. If the filing waited for the opening, its filer is not watching for
 * the e-mail.
 */
export function mailPriority({ receivedAt, issueOn }: Pick<Filing, 'receivedAt' | 'issueOn'>): 0 | 1 {
  return receivedAt < opensAt(issueOn) ? 1 : 0;
}

/**
 * Leases the filing that has been due longest, or the requested one if it is due. None while issuing is stopped.
 * @param times due times are the court's, leases the system's
 * @param leaseMs how long the lease lasts unless it is renewed
 */
export async function leaseDueFiling(
  { courtNow, now }: Times,
  leaseMs: number,
  filingId?: string,
): Promise<LeasedFiling | null> {
  const due = db()
    .select({ id: filings.id })
    .from(filings)
    .where(
      and(
        inArray(filings.state, statesBefore('issued')),
        lte(filings.dueAt, courtNow),
        issuingGoesOn(),
        isFree(filings, now),
        filingId ? eq(filings.id, filingId) : undefined,
      ),
    )
    .orderBy(asc(filings.dueAt), asc(filings.receivedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const lease = newLease(filings, now, leaseMs);
  const [row] = await db().update(filings).set(lease).where(eq(filings.id, due)).returning();
  return row ? { ...row, leaseToken: lease.leaseToken } : null;
}

/** A condition for every change of the filing: it still belongs to this worker and may be issued. */
export const isStillLeased = (filing: LeasedFiling) =>
  and(underLease(filings, filing), inArray(filings.state, statesBefore('issued')));

/** Makes the lease last for `leaseMs` from now. @throws LeaseLost */
export async function renewLease(filing: LeasedFiling, now: Date, leaseMs: number): Promise<void> {
  const renewed = await db()
    .update(filings)
    .set(leaseUntil(now, leaseMs))
    .where(isStillLeased(filing))
    .returning({ id: filings.id });
  if (renewed.length === 0) throw new LeaseLost();
}

/** Gives the filing back untried, because this process ends. The next process may take it at once. */
export async function handBack(filing: LeasedFiling): Promise<void> {
  await db().update(filings).set(handedBack(filings)).where(isStillLeased(filing));
}

/**
 * Puts the filing back for a later attempt. It stays received with its date, and the filer is told once.
 * @param failure the fault, and the wait before the next attempt
 * @param delayed tells the filer
 */
export async function putBack(
  filing: LeasedFiling,
  { error, waitMs }: { error: string; waitMs: number },
  delayed: Letter,
  { now, courtNow }: Times,
): Promise<void> {
  const { id: filingId, reference, attempts } = filing;
  await db().transaction(async (tx) => {
    const dueAt = new Date(courtNow.getTime() + waitMs);
    const released = await tx
      .update(filings)
      .set({ ...noLease, lastError: error, dueAt })
      .where(isStillLeased(filing))
      .returning({ id: filings.id });
    if (released.length === 0) return;
    const details = { error, attempt: attempts };
    const entry = { action: 'issue filing', subject: reference, outcome: 'refused', details } as const;
    await record(tx, { kind: 'system' }, entry, now);
    const occasion = { kind: 'claim-delayed' as const, dedupeKey: `claim-delayed/${filingId}`, filingId };
    const to = { recipient: filing.contact.email, priority: mailPriority(filing) };
    await queueFilingMail(tx, { ...occasion, ...to, ...delayed }, now);
  });
}
