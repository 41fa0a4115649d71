import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core';
import { type Db, db } from '@/lib/data/db/db';
import {
  backoffMs,
  handedBack,
  isFree,
  type Leased,
  newLease,
  noLease,
  underLease,
} from '@/lib/data/db/lease';
import { outbox } from '@/lib/data/db/schema/mail';
import { applyEarlierReports, awaitTurn } from '@/lib/data/mail/mail-events';
import type { MailKind } from '@/lib/domain/filing/mail-kind';
import { env } from '@/lib/env';

/**
 * The court's e-mail as a queue. Times are the system's, not the court's: leases and retries run in real
 * time.
 */

/**
 * Anyone who has such a message can act for its recipient. Staff never see it, and it is not stored once it
 * is sent.
 */
const secretKinds: readonly MailKind[] = ['password-link', 'confirm-email', 'recovery-info-changed'];

export function isSecret(kind: MailKind): boolean {
  return secretKinds.includes(kind);
}

/** A rendered message in its reader's language. */
export type Letter = { subject: string; html: string; text: string };

export type NewMail = Letter & {
  kind: MailKind;
  /** Names the occasion: two messages with the same key are one message. */
  dedupeKey: string;
  recipient: string;
  attachments?: { versionId: string; filename: string }[];
  filingId?: string;
  /**
   * 0 (the default) for a message that somebody waits for; 1 for the morning's backlog, which leaves after
   * the others.
   */
  priority?: 0 | 1;
  /** The earliest instant at which it may leave: at once by default. */
  dueAt?: Date;
  /** `queued` by default. */
  state?: 'queued' | 'unconfirmed';
};

/** Puts a message in its final form into the outbox, in the transaction of the act that it reports. */
export async function queueMail(tx: Db, mail: NewMail, now: Date): Promise<void> {
  await tx
    .insert(outbox)
    .values({ dueAt: now, ...mail, attachments: mail.attachments ?? [], createdAt: now })
    .onConflictDoNothing({ target: outbox.dedupeKey });
}

type Row = typeof outbox.$inferSelect;
export type LeasedMail = Leased<Row> & { firstAttemptAt: Date; sender: string };

/**
 * The provider recognises a repeat for 24 hours. After 23 hours a retry could become a second message, so a
 * person decides.
 */
const retryForMs = 23 * 3_600_000;
/** The longest wait between two attempts by our own rule. The provider may ask for more. */
const mostMs = 30 * 60_000;

/**
 * Leases up to `limit` due messages for `leaseMs`: messages that somebody waits for precede the morning's
 * backlog, then the longest due go first. The first attempt fixes the sender, even if the service's sender is
 * changed meanwhile: a repeat under the same key must be the same message.
 */
export async function leaseMail(now: Date, limit: number, leaseMs: number): Promise<LeasedMail[]> {
  const isWaiting = and(eq(outbox.state, 'queued'), isFree(outbox, now));
  return db().transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ state: 'uncertain' })
      .where(and(isWaiting, lte(outbox.firstAttemptAt, new Date(now.getTime() - retryForMs))));
    const due = await tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(and(isWaiting, lte(outbox.dueAt, now)))
      .orderBy(asc(outbox.priority), asc(outbox.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true });
    const ids = due.map(({ id }) => id);
    const lease = newLease(outbox, now, leaseMs);
    const firstAttempt = {
      firstAttemptAt: sql`coalesce(${outbox.firstAttemptAt}, ${sql.param(now, outbox.firstAttemptAt)})`,
      sender: sql`coalesce(${outbox.sender}, ${env.MAIL_FROM})`,
    };
    const leased = await tx
      .update(outbox)
      .set({ ...lease, ...firstAttempt })
      .where(inArray(outbox.id, ids))
      .returning();
    return leased
      .map((row) => ({
        ...row,
        leaseToken: lease.leaseToken,
        firstAttemptAt: row.firstAttemptAt ?? now,
        sender: row.sender ?? env.MAIL_FROM,
      }))
      .sort((a, b) => a.priority - b.priority || a.dueAt.getTime() - b.dueAt.getTime());
  });
}

/** Ends a lease with its result. @returns false if the lease was lost meanwhile; then nothing changes */
async function settle(
  mail: LeasedMail,
  change: PgUpdateSetSource<typeof outbox>,
  tx: Db = db(),
): Promise<boolean> {
  const settled = await tx
    .update(outbox)
    .set({ ...noLease, ...change })
    .where(underLease(outbox, mail))
    .returning({ id: outbox.id });
  return settled.length === 1;
}

/** The provider accepted the message under its id. Its earlier reports about that id count as well. */
export function markSent(mail: LeasedMail, providerId: string, now: Date): Promise<boolean> {
  const body = isSecret(mail.kind) ? { html: '', text: '' } : {};
  return db().transaction(async (tx) => {
    await awaitTurn(tx, providerId);
    const sent = { ...body, state: 'sent' as const, providerId, sentAt: now, lastError: null };
    const isSettled = await settle(mail, sent, tx);
    await applyEarlierReports(tx, providerId, now);
    return isSettled;
  });
}

export type Backoff = {
  /** The wait after the first attempt. It doubles with each attempt, up to half an hour. */
  firstMs: number;
  /** 0 to 1: adds up to half of the wait. */
  jitter: number;
  /** The least wait that the provider asked for. */
  leastMs?: number;
};

/** The message may or may not have arrived, and will be sent again later. */
export function markRetry(mail: LeasedMail, code: string, now: Date, backoff: Backoff): Promise<boolean> {
  const { firstMs, jitter, leastMs = 0 } = backoff;
  const waitMs = Math.max(backoffMs(mail.attempts, { firstMs, mostMs }) * (1 + jitter / 2), leastMs);
  const dueAt = new Date(now.getTime() + waitMs);
  const isTooLate = dueAt.getTime() > mail.firstAttemptAt.getTime() + retryForMs;
  return settle(mail, { state: isTooLate ? 'uncertain' : 'queued', dueAt, lastError: code });
}

/** The provider refuses the message for good. */
export function markFailed(mail: LeasedMail, code: string): Promise<boolean> {
  return settle(mail, { state: 'failed', lastError: code });
}

/**
 * The message was certainly not sent. It waits until `dueAt`; the attempt does not count and fixes nothing.
 */
export function releaseMail(mail: LeasedMail, dueAt: Date, code?: string): Promise<boolean> {
  const wasFirst = mail.attempts === 1 && { firstAttemptAt: null, sender: null };
  return settle(mail, { ...handedBack(outbox), ...wasFirst, dueAt, lastError: code ?? mail.lastError });
}
