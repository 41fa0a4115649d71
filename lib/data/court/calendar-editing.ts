import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { closures, courtCalendar } from '@/lib/data/db/schema/court';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import type { BeforeOpening } from '@/lib/domain/court/calendar';
import type { DatedClosure, YearlyClosure } from '@/lib/domain/court/closure';

/**
 * Staff's decisions about the court's calendar. They apply to later submissions. A date that a filing was
 * given does not change.
 */

export type ListedClosure = typeof closures.$inferSelect;

/** The closures, yearly ones first, then by date. @throws NotFound for anyone but staff */
export async function listClosures(actor: Actor): Promise<ListedClosure[]> {
  requireStaff(actor);
  const rows = await db()
    .select()
    .from(closures)
    .orderBy(asc(closures.on), asc(closures.month), asc(closures.day));
  return [...rows.filter(({ on }) => on === null), ...rows.filter(({ on }) => on !== null)];
}

/** @throws NotFound, ConfirmationNeeded; Refused 'closureExists' */
export async function addClosure(
  actor: Actor,
  closure: DatedClosure | YearlyClosure,
  now: Date,
): Promise<void> {
  requireEditor(actor, now);
  await db().transaction(async (tx) => {
    const same =
      'on' in closure
        ? eq(closures.on, closure.on)
        : and(isNull(closures.on), eq(closures.month, closure.month), eq(closures.day, closure.day));
    if ((await tx.$count(closures, same)) > 0) throw new Refused('closureExists');
    await tx.insert(closures).values({ ...closure, createdAt: now });
    const subject = 'on' in closure ? closure.on : `${closure.month}-${closure.day}`;
    await record(tx, actor, { action: 'add closure', subject }, now);
  });
}

/** Removes a closure. An absent closure is no error. @throws NotFound, ConfirmationNeeded */
export async function removeClosure(actor: Actor, id: string, now: Date): Promise<void> {
  requireEditor(actor, now);
  if (!isUuid(id)) throw new NotFound('closure');
  await db().transaction(async (tx) => {
    const [removed] = await tx.delete(closures).where(eq(closures.id, id)).returning();
    if (!removed) return;
    const subject = removed.on ?? `${removed.month}-${removed.day}`;
    await record(tx, actor, { action: 'remove closure', subject }, now);
  });
}

/**
 * Decides which date a claim bears if it arrives on a business day before the opening.
 * @throws NotFound, ConfirmationNeeded
 */
export async function setBeforeOpening(actor: Actor, beforeOpening: BeforeOpening, now: Date): Promise<void> {
  requireEditor(actor, now);
  await db().transaction(async (tx) => {
    await tx.update(courtCalendar).set({ beforeOpening }).where(isNotNull(courtCalendar.id));
    await record(tx, actor, { action: 'set opening rule', subject: beforeOpening }, now);
  });
}

function requireStaff(actor: Actor): void {
  if (!can(actor, 'edit-calendar')) throw new NotFound('calendar');
}

function requireEditor(actor: Actor, now: Date): void {
  requireStaff(actor);
  requireFactor(actor, 'change calendar', now);
}
