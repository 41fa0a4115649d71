import { isNull, notExists } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { issuingStops } from '@/lib/data/db/schema/court';
import { type Actor, can } from '@/lib/domain/access/access';

/** Registrars can have issuing stopped for maintenance. Receiving never stops, and no date changes. */

export type IssuingStop = typeof issuingStops.$inferSelect;

/** A condition for issuing anything at all. */
export const issuingGoesOn = () =>
  notExists(db().select({ id: issuingStops.id }).from(issuingStops).where(isNull(issuingStops.endedAt)));

/** Whether issuing is stopped, which everybody may know; why is for staff. Public. */
export async function isIssuingStopped(): Promise<boolean> {
  return (await db().$count(issuingStops, isNull(issuingStops.endedAt))) > 0;
}

/** The stop that lasts, or null. @throws NotFound for anyone but staff */
export async function findIssuingStop(actor: Actor): Promise<IssuingStop | null> {
  if (!can(actor, 'read-filings')) throw new NotFound('issuing');
  const [stop] = await db().select().from(issuingStops).where(isNull(issuingStops.endedAt));
  return stop ?? null;
}

/**
 * Stops issuing. What is being issued at this moment is finished.
 * @throws NotFound for anyone but a registrar; ConfirmationNeeded; Refused 'issuingStopped'
 */
export async function stopIssuing(actor: Actor, reason: string, now: Date): Promise<void> {
  const startedBy = requireRegistrar(actor, now);
  await db().transaction(async (tx) => {
    const rows = await tx
      .insert(issuingStops)
      .values({ reason, startedBy, startedAt: now })
      .onConflictDoNothing()
      .returning({ id: issuingStops.id });
    if (rows.length === 0) throw new Refused('issuingStopped');
    await record(tx, actor, { action: 'stop issuing', subject: 'issuing', details: { reason } }, now);
  });
}

/** Has issuing go on. If it does already, nothing happens. @throws NotFound, ConfirmationNeeded */
export async function resumeIssuing(actor: Actor, now: Date): Promise<void> {
  const endedBy = requireRegistrar(actor, now);
  await db().transaction(async (tx) => {
    const [stop] = await tx
      .update(issuingStops)
      .set({ endedBy, endedAt: now })
      .where(isNull(issuingStops.endedAt))
      .returning();
    if (!stop) return;
    const details = { since: stop.startedAt.toISOString() };
    await record(tx, actor, { action: 'resume issuing', subject: 'issuing', details }, now);
  });
}

function requireRegistrar(actor: Actor, now: Date): string {
  if (!can(actor, 'stop-issuing') || actor.kind !== 'user') throw new NotFound('issuing');
  requireFactor(actor, 'stop issuing', now);
  return actor.userId;
}
