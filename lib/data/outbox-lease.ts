import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db';
import { withEarlierReports } from '@/lib/data/mail-events';
import { isSecret } from '@/lib/data/outbox';
import { outbox } from '@/lib/data/schema';
import { env } from '@/lib/env';

/** The outbox as the worker's queue. Times are the system's, not the court's: leases and retries run in real time. */

type Row = typeof outbox.$inferSelect;
/** A message that is this worker's until the lease ends. */
export type LeasedMail = Row & { leaseToken: string; firstAttemptAt: Date; sender: string };

/** The provider knows a repeat for 24 hours; past 23 a retry could be a second message, so a person decides. */
const retryForMs = 23 * 3_600_000;

/**
 * Leases up to `limit` messages that are due for `leaseMs`, each counted as one more attempt: what somebody waits for
 * before the morning's backlog, then the longest due. The first attempt fixes the sender: a repeat under the same key
 * has to be the same message, also when the service was given another sender meanwhile.
 */
export async function claimMail(now: Date, limit: number, leaseMs: number): Promise<LeasedMail[]> {
  const free = and(eq(outbox.state, 'queued'), or(isNull(outbox.leaseUntil), lt(outbox.leaseUntil, now)));
  return db().transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ state: 'uncertain' })
      .where(and(free, lte(outbox.firstAttemptAt, new Date(now.getTime() - retryForMs))));
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(free, lte(outbox.dueAt, now)))
      .orderBy(asc(outbox.priority), asc(outbox.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true });
    const leaseToken = randomUUID();
    const leased = await tx
      .update(outbox)
      .set({
        leaseToken,
        leaseUntil: new Date(now.getTime() + leaseMs),
        attempts: sql`${outbox.attempts} + 1`,
        firstAttemptAt: sql`coalesce(${outbox.firstAttemptAt}, ${sql.param(now, outbox.firstAttemptAt)})`,
        sender: sql`coalesce(${outbox.sender}, ${env.MAIL_FROM})`,
      })
      .where(
        inArray(
          outbox.id,
          due.map((row) => row.id),
        ),
      )
      .returning();
    return leased
      .map((row) => ({
        ...row,
        leaseToken,
        firstAttemptAt: row.firstAttemptAt ?? now,
        sender: row.sender ?? env.MAIL_FROM,
      }))
      .sort((a, b) => a.priority - b.priority || a.dueAt.getTime() - b.dueAt.getTime());
  });
}

/** Ends a lease with its result. @returns false when the lease was lost meanwhile; then nothing changes */
async function settle(mail: LeasedMail, change: Partial<Row>, tx: Db = db()): Promise<boolean> {
  const settled = await tx
    .update(outbox)
    .set({ ...change, leaseUntil: null, leaseToken: null })
    .where(and(eq(outbox.id, mail.id), eq(outbox.leaseToken, mail.leaseToken)))
    .returning({ id: outbox.id });
  return settled.length === 1;
}

/** The provider accepted the message under its id; what it reported of it before counts as well. */
export function markSent(mail: LeasedMail, providerId: string, now: Date): Promise<boolean> {
  const body = isSecret(mail.kind) ? { html: '', text: '' } : {};
  const sent = { ...body, state: 'sent' as const, providerId, sentAt: now, lastError: null };
  return withEarlierReports(providerId, now, (tx) => settle(mail, sent, tx));
}

export type Backoff = {
  /** The wait after the first attempt; it doubles with each, half an hour at most. */
  firstMs: number;
  /** 0 to 1: adds up to half of the wait. */
  jitter: number;
  /** The provider asked for at least this. */
  leastMs?: number;
};

/** The message may or may not have arrived and goes again later. */
export function markRetry(mail: LeasedMail, code: string, now: Date, backoff: Backoff): Promise<boolean> {
  const { firstMs, jitter, leastMs = 0 } = backoff;
  const wait = Math.max(Math.min(firstMs * 2 ** (mail.attempts - 1), 1_800_000) * (1 + jitter / 2), leastMs);
  const dueAt = new Date(now.getTime() + wait);
  const tooLate = dueAt.getTime() > mail.firstAttemptAt.getTime() + retryForMs;
  return settle(mail, { state: tooLate ? 'uncertain' : 'queued', dueAt, lastError: code });
}

/** The provider refuses the message for good. */
export function markFailed(mail: LeasedMail, code: string): Promise<boolean> {
  return settle(mail, { state: 'failed', lastError: code });
}

/** The message was certainly not sent: it waits until `dueAt`, and the attempt does not count, nor fix anything. */
export function releaseMail(mail: LeasedMail, dueAt: Date, code?: string): Promise<boolean> {
  return settle(mail, {
    dueAt,
    attempts: mail.attempts - 1,
    ...(mail.attempts === 1 && { firstAttemptAt: null, sender: null }),
    lastError: code ?? mail.lastError,
  });
}
