'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { addClosure, removeClosure, setBeforeOpening } from '@/lib/data/calendar-editing';
import { BEFORE_OPENING } from '@/lib/domain/calendar';
import { datedClosureForm, yearlyClosureForm } from '@/lib/domain/closure-form';
import { copyCalendar } from '@/lib/jobs/calendar-file';
import { action, done, redirectTo } from '@/lib/web/action';

/** The page shows the calendar as it is now, and so does the command line. */
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

/** Opens the offices again. The row that held the form is gone: the page says so. */
export const remove = action(
  { role: 'staff', input: z.object({ id: z.uuid() }), limit: 'write' },
  async ({ actor, input: { id }, now }) => {
    await removeClosure(actor, id, now);
    await copyCalendar();
    return redirectTo({ pathname: '/admin/calendar', query: { removed: '1' } });
  },
);

/** Decides for claims that arrive before the opening. */
export const setOpening = action(
  { role: 'staff', input: z.object({ beforeOpening: z.enum(BEFORE_OPENING) }), limit: 'write' },
  async ({ actor, input: { beforeOpening }, now }) => {
    await setBeforeOpening(actor, beforeOpening, now);
    return changed();
  },
);
