'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { addClosure, removeClosure, setBeforeOpening } from '@/lib/data/court/calendar-editing';
import { BEFORE_OPENING } from '@/lib/domain/court/calendar';
import { datedClosureForm, yearlyClosureForm } from '@/lib/domain/court/closure-form';
import { copyCalendar } from '@/lib/jobs/upkeep/calendar-file';
import { action, done, redirectTo } from '@/lib/web/action/action';

/** Refreshes the page and the copy for the command line, so that both show the current calendar. */
async function changed() {
  await copyCalendar();
  refresh();
  return done();
}

/** Closes the offices on one date. */
export const addDated = action(
  { role: 'staff', input: datedClosureForm, limit: 'write' },
  async ({ actor, input: { isHoliday, ...closure }, now }) => {
    await addClosure(actor, { ...closure, isHoliday: isHoliday === 'on' }, now);
    return changed();
  },
);

/** Closes the offices on a day of every year. */
export const addYearly = action(
  { role: 'staff', input: yearlyClosureForm, limit: 'write' },
  async ({ actor, input: { month, day, fromYear, yearlyNameEn: nameEn, yearlyNameFr: nameFr }, now }) => {
    const numbers = { month: Number(month), day: Number(day), fromYear: Number(fromYear) };
    await addClosure(actor, { nameEn, nameFr, ...numbers }, now);
    return changed();
  },
);

/** Opens the offices again. The page reports it, because the row with the form is gone. */
export const remove = action(
  { role: 'staff', input: z.object({ id: z.uuid() }), limit: 'write' },
  async ({ actor, input: { id }, now }) => {
    await removeClosure(actor, id, now);
    await copyCalendar();
    return redirectTo({ pathname: '/admin/calendar', query: { removed: '1' } });
  },
);

/** Sets the date of claims that arrive before the opening. */
export const setOpening = action(
  { role: 'staff', input: z.object({ beforeOpening: z.enum(BEFORE_OPENING) }), limit: 'write' },
  async ({ actor, input: { beforeOpening }, now }) => {
    await setBeforeOpening(actor, beforeOpening, now);
    return changed();
  },
);
