import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { getCalendarIn } from '@/lib/data/court/calendar';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { type Actor, can } from '@/lib/domain/access/access';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { type Closure, isSameClosure, type Where } from '@/lib/domain/court/closure';
import { type ClosureEffect, effectOf } from '@/lib/domain/court/closure-effect';
import { statesBefore } from '@/lib/domain/filing/filing';

/** With how many filings were received that bear the day and are not issued: they keep it. */
export type EffectOnFilings = ClosureEffect & { received: number };

/** The filings of the offices that a closure is for. */
function filedIn(where: Where | undefined): SQL | undefined {
  if (!where) return undefined;
  if ('office' in where) return eq(filings.courtId, where.office);
  const ofRegion = db().select({ id: courts.id }).from(courts).where(eq(courts.region, where.region));
  return inArray(filings.courtId, ofRegion);
}

/**
 * What it does to claims in the offices that it is for, if a closure is added to the calendar or taken out of it.
 * @throws NotFound for anyone but a registrar
 */
export async function closureEffect(
  actor: Actor,
  change: 'add-closure' | 'remove-closure',
  closure: Closure,
  courtNow: Date,
): Promise<EffectOnFilings> {
  if (!can(actor, 'edit-calendar')) throw new NotFound('calendar');
  const before = await getCalendarIn(closure.where);
  const others = before.closures.filter((one) => !isSameClosure(one, closure));
  const after: CourtCalendar = {
    ...before,
    closures: change === 'add-closure' ? [...others, closure] : others,
  };
  const effect = effectOf(closure, { before, after }, courtNow);
  const open = inArray(filings.state, statesBefore('withdrawn'));
  const bearing = and(eq(filings.issueOn, effect.on), open, filedIn(closure.where));
  return { ...effect, received: await db().$count(filings, bearing) };
}
