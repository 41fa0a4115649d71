'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { propose } from '@/lib/data/approval/proposals';
import { getCalendarIn } from '@/lib/data/court/calendar';
import { findSetting } from '@/lib/data/settings/settings';
import { BEFORE_OPENING, courtDay } from '@/lib/domain/court/calendar';
import { closureFault } from '@/lib/domain/court/closure-effect';
import {
  type ClosureValues,
  closureIn,
  datedClosureForm,
  proposedClosureForm,
  yearlyClosureForm,
} from '@/lib/domain/court/closure-form';
import { required } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { done, redirectTo, refuse } from '@/lib/web/action/outcome';

/** Shows the page again with what waits now. */
function proposed() {
  refresh();
  return done();
}

/** Sends the person to the page that shows what the closure would do, unless something stands against it. */
async function preview(values: ClosureValues, courtNow: Date) {
  // That a day is past stands against nothing yet: the next page asks why.
  const closure = closureIn(values);
  const calendar = await getCalendarIn(closure.where);
  const fault = closureFault(closure, calendar, courtDay(courtNow), true);
  if (fault)
    return refuse({ [fault === 'holidayEverywhere' ? 'isHoliday' : 'on' in values ? 'on' : 'day']: fault });
  return redirectTo({ pathname: '/admin/calendar/preview', query: values });
}

type Names = { nameEn: string; nameFr: string };

/** The names as typed, or those that staff keep under a code; null if none is offered under it. */
async function namesOf(code: string, typed: Names, courtNow: Date): Promise<Names | null> {
  if (typed.nameEn) return typed;
  const kept = (await findSetting('closureName', courtDay(courtNow), code))?.setting;
  return kept?.inUse ? { nameEn: kept.en, nameFr: kept.fr } : null;
}

/** Looks at what closing the offices on one date would do. */
export const addDated = action(
  { role: 'registrar', input: datedClosureForm, limit: 'write' },
  async ({ input: { isHoliday, keptName, nameEn, nameFr, ...day }, courtNow }) => {
    const names = await namesOf(keptName, { nameEn, nameFr }, courtNow);
    if (!names) return refuse({ keptName: 'nameNotOffered' });
    return preview({ ...day, ...names, ...(isHoliday && { isHoliday }) }, courtNow);
  },
);

/** Looks at what closing the offices on a day of every year would do. */
export const addYearly = action(
  { role: 'registrar', input: yearlyClosureForm, limit: 'write' },
  async ({
    input: { yearlyKeptName, yearlyNameEn: nameEn, yearlyNameFr: nameFr, yearlyOffices: offices, ...day },
    courtNow,
  }) => {
    const names = await namesOf(yearlyKeptName, { nameEn, nameFr }, courtNow);
    if (!names) return refuse({ yearlyKeptName: 'nameNotOffered' });
    return preview({ ...day, ...names, offices }, courtNow);
  },
);

/** Proposes to close the offices, and leads to the proposal. */
export const proposeClosure = action(
  { role: 'registrar', input: proposedClosureForm, limit: 'write' },
  async ({ actor, input: { closureReason, pastReason, ...values }, now, courtNow }) => {
    const wish = { kind: 'add-closure' as const, closure: closureIn(values), pastReason };
    const id = await propose(actor, wish, closureReason, { now, courtNow });
    return redirectTo({ pathname: '/admin/approvals/[proposal]', params: { proposal: id } });
  },
);

const reason = required('enterReason', 500);
const removal = z.object({ id: z.uuid(), removalReason: reason });

/** Proposes to open the offices again on a day. */
export const remove = action(
  { role: 'registrar', input: removal, limit: 'write' },
  async ({ actor, input: { id, removalReason }, now, courtNow }) => {
    await propose(actor, { kind: 'remove-closure', id }, removalReason, { now, courtNow });
    return proposed();
  },
);

const rule = z.object({ beforeOpening: z.enum(BEFORE_OPENING), openingReason: reason });

/** Proposes another date for claims that arrive before the opening. */
export const setOpening = action(
  { role: 'registrar', input: rule, limit: 'write' },
  async ({ actor, input: { beforeOpening: to, openingReason }, now, courtNow }) => {
    await propose(actor, { kind: 'set-opening-rule', to }, openingReason, { now, courtNow });
    return proposed();
  },
);
