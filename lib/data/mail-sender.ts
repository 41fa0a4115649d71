import { sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { requireFactor } from '@/lib/data/confirmation';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { mailSender } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';

/** What all servers share of sending: their pace, and a pause. Instants are the database's, since servers' clocks differ. */

const inMs = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;

/** So many slots take a tenth longer than a second: messages reach the provider a little early or late. */
const slotsTakeMs = 1_100;

/**
 * Reserves the next instant at which a message may leave, of so many a second over all servers.
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

/** Nobody sends for so long: the provider asked for it. */
export async function slowDown(ms: number): Promise<void> {
  await db()
    .update(mailSender)
    .set({ nextAt: sql`greatest(${mailSender.nextAt}, ${inMs(ms)})` });
}

/** Nobody sends for so long, because our account is refused; staff see why. @param reason the provider's code */
export async function pauseSender(reason: string, ms: number): Promise<void> {
  await db()
    .update(mailSender)
    .set({ pausedUntil: inMs(ms), pauseReason: reason });
}

/** The provider took a message again. */
export async function endPause(): Promise<void> {
  await db()
    .update(mailSender)
    .set({ pausedUntil: null, pauseReason: null })
    .where(sql`${mailSender.pauseReason} is not null`);
}

/** Whether nobody sends now: after a pause, or since the next turn is further off than so long. */
export async function isSilent(longestWaitMs: number): Promise<boolean> {
  const [row] = await db()
    .select({
      isSilent: sql<boolean>`coalesce(${mailSender.pausedUntil} > clock_timestamp(), false)
        or ${mailSender.nextAt} > ${inMs(longestWaitMs)}`,
    })
    .from(mailSender);
  return row?.isSilent ?? false;
}

/** Why our account is refused, by the provider's code, or null while all is well. For staff. @throws NotFound */
export async function findPause(actor: Actor): Promise<string | null> {
  if (!can(actor, 'read-mail')) throw new NotFound('mail');
  const [row] = await db().select({ reason: mailSender.pauseReason }).from(mailSender);
  return row?.reason ?? null;
}

/** Has the sender try again at once, also where the provider asked for silence. @throws NotFound for anyone but staff; ConfirmationNeeded */
export async function resumeSender(actor: Actor, now: Date): Promise<void> {
  if (!can(actor, 'retry-mail')) throw new NotFound('mail');
  requireFactor(actor, 'resume mail', now);
  await db().transaction(async (tx) => {
    await tx.update(mailSender).set({ pausedUntil: null, nextAt: sql`clock_timestamp()` });
    await record(tx, actor, { action: 'resume mail', subject: 'mail' }, now);
  });
}
