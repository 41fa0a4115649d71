import { sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { mailSender } from '@/lib/data/db/schema/mail';
import { type Actor, can } from '@/lib/domain/access/access';

/**
 * The sender that all servers share: its pace, and its pause. Instants are the database's, because servers'
 * clocks differ.
 */

const inMs = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;

/** The slots of a second take a tenth longer, because messages reach the provider a little early or late. */
const slotsTakeMs = 1_100;

/**
 * Reserves the next instant at which a message may leave, with `perSecond` messages a second over all
 * servers.
 * @returns the milliseconds until then, 0 for at once
 */
export async function takeSlot(perSecond: number): Promise<number> {
  const slotMs = slotsTakeMs / perSecond;
  const [slot] = await db()
    .update(mailSender)
    .set({
      nextAt: sql`greatest(${mailSender.nextAt}, clock_timestamp()) + ${slotMs} * interval '1 millisecond'`,
    })
    .returning({
      waitMs: sql<string>`extract(epoch from ${mailSender.nextAt} - clock_timestamp()) * 1000 - ${slotMs}`,
    });
  return Math.max(0, Number(slot?.waitMs ?? 0));
}

/** Stops all sending for `ms`, because the provider asked for it. */
export async function slowDown(ms: number): Promise<void> {
  await db()
    .update(mailSender)
    .set({ nextAt: sql`greatest(${mailSender.nextAt}, ${inMs(ms)})` });
}

/**
 * Stops all sending for `ms`, because the provider refuses our account. Staff see why.
 * @param reason the provider's code
 */
export async function pauseSender(reason: string, ms: number): Promise<void> {
  await db()
    .update(mailSender)
    .set({ pausedUntil: inMs(ms), pauseReason: reason });
}

/** Ends the pause, because the provider accepted a message again. */
export async function endPause(): Promise<void> {
  await db()
    .update(mailSender)
    .set({ pausedUntil: null, pauseReason: null })
    .where(sql`${mailSender.pauseReason} is not null`);
}

/**
 * Whether sending is stopped now: during a pause, or while the next slot is further off than `longestWaitMs`.
 */
export async function isSilent(longestWaitMs: number): Promise<boolean> {
  const [row] = await db()
    .select({
      isSilent: sql<boolean>`coalesce(${mailSender.pausedUntil} > clock_timestamp(), false)
        or ${mailSender.nextAt} > ${inMs(longestWaitMs)}`,
    })
    .from(mailSender);
  return row?.isSilent ?? false;
}

/** The provider's code for refusing our account, or null. For staff. @throws NotFound */
export async function findPause(actor: Actor): Promise<string | null> {
  if (!can(actor, 'read-mail')) throw new NotFound('mail');
  const [row] = await db().select({ reason: mailSender.pauseReason }).from(mailSender);
  return row?.reason ?? null;
}

/**
 * Makes the sender try again at once, even if the provider asked for silence.
 * @throws NotFound for anyone but staff; ConfirmationNeeded
 */
export async function resumeSender(actor: Actor, now: Date): Promise<void> {
  if (!can(actor, 'retry-mail')) throw new NotFound('mail');
  requireFactor(actor, 'resume mail', now);
  await db().transaction(async (tx) => {
    await tx.update(mailSender).set({ pausedUntil: null, nextAt: sql`clock_timestamp()` });
    await record(tx, actor, { action: 'resume mail', subject: 'mail' }, now);
  });
}
