import { and, eq, inArray } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { getCalendar } from '@/lib/data/court/calendar';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { type Actor, can } from '@/lib/domain/access/access';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import type { Closure } from '@/lib/domain/court/closure';
import { type ClosureEffect, effectOf } from '@/lib/domain/court/closure-effect';
import { statesBefore } from '@/lib/domain/filing/filing';

/** With how many filings were received that bear the day and are not issued: they keep it. */
export type EffectOnFilings = ClosureEffect & { received: number };

const isSame = (one: Closure, other: Closure) =>
  'on' in one
    ? 'on' in other && one.on === other.on
    : !('on' in other) && one.month === other.month && one.day === other.day;

/**
 * What it does to claims if a closure is added to the calendar, or taken out of it.
 * @throws NotFound for anyone but a registrar
 */
export async function closureEffect(
  actor: Actor,
  change: 'add-closure' | 'remove-closure',
  closure: Closure,
  courtNow: Date,
): Promise<EffectOnFilings> {
  if (!can(actor, 'edit-calendar')) throw new NotFound('calendar');
  const before = await getCalendar();
  const others = before.closures.filter((one) => !isSame(one, closure));
  const after: CourtCalendar = {
    ...before,
    closures: change === 'add-closure' ? [...others, closure] : others,
  };
  const effect = effectOf(closure, { before, after }, courtNow);
  const bearing = and(eq(filings.issueOn, effect.on), inArray(filings.state, statesBefore('withdrawn')));
  return { ...effect, received: await db().$count(filings, bearing) };
}
