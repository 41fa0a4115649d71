import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { closureOf } from '@/lib/data/court/calendar';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { closures, courtCalendar } from '@/lib/data/db/schema/court';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can } from '@/lib/domain/access/access';
import type { BeforeOpening } from '@/lib/domain/court/calendar';
import { type Closure, closureCode, type Where } from '@/lib/domain/court/closure';

/**
 * Registrars' decisions about the court's calendar, in the transaction that approves them. They apply to later
 * submissions. A date that a filing was given does not change.
 */

export type ListedClosure = typeof closures.$inferSelect;

/** The closures, yearly ones first, then by date. @throws NotFound for anyone but a registrar */
export async function listClosures(actor: Actor): Promise<ListedClosure[]> {
  requireEditor(actor);
  const rows = await db()
    .select()
    .from(closures)
    .orderBy(asc(closures.on), asc(closures.month), asc(closures.day));
  return [...rows.filter(({ on }) => on === null), ...rows.filter(({ on }) => on !== null)];
}

/** One closure. @throws NotFound for anyone but a registrar, or if there is none */
export async function getClosure(actor: Actor, id: string, tx: Db = db()): Promise<Closure> {
  requireEditor(actor);
  if (!isUuid(id)) throw new NotFound('closure');
  const [row] = await tx.select().from(closures).where(eq(closures.id, id));
  const [closure] = row ? closureOf(row) : [];
  if (!closure) throw new NotFound('closure');
  return closure;
}

/** The columns of what a closure closes. */
const officesOf = (where: Where | undefined) => ({
  region: where && 'region' in where ? where.region : null,
  courtId: where && 'office' in where ? where.office : null,
});

/** @throws NotFound; Refused 'closureExists' */
export async function addClosure(actor: Actor, closure: Closure, now: Date, tx: Tx): Promise<void> {
  requireEditor(actor);
  const { where, ...day } = closure;
  const same =
    'on' in day
      ? eq(closures.on, day.on)
      : and(isNull(closures.on), eq(closures.month, day.month), eq(closures.day, day.day));
  const offices = officesOf(where);
  const sameOffices = and(
    offices.region ? eq(closures.region, offices.region) : isNull(closures.region),
    offices.courtId ? eq(closures.courtId, offices.courtId) : isNull(closures.courtId),
  );
  if ((await tx.$count(closures, and(same, sameOffices))) > 0) throw new Refused('closureExists');
  await tx.insert(closures).values({ ...day, ...offices, createdAt: now });
  await record(tx, actor, { action: 'add closure', subject: closureCode(closure) }, now);
}

/** Removes a closure. An absent closure is no error. @throws NotFound */
export async function removeClosure(actor: Actor, id: string, now: Date, tx: Tx): Promise<void> {
  requireEditor(actor);
  const [removed] = await tx.delete(closures).where(eq(closures.id, id)).returning();
  if (!removed) return;
  const [closure] = closureOf(removed);
  await record(tx, actor, { action: 'remove closure', subject: closure ? closureCode(closure) : id }, now);
}

/** Decides which date a claim bears if it arrives on a business day before the opening. @throws NotFound */
export async function setBeforeOpening(
  actor: Actor,
  beforeOpening: BeforeOpening,
  now: Date,
  tx: Tx,
): Promise<void> {
  requireEditor(actor);
  await tx.update(courtCalendar).set({ beforeOpening }).where(isNotNull(courtCalendar.id));
  await record(tx, actor, { action: 'set opening rule', subject: beforeOpening }, now);
}

function requireEditor(actor: Actor): void {
  if (!can(actor, 'edit-calendar')) throw new NotFound('calendar');
}
