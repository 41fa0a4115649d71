'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { propose } from '@/lib/data/approval/proposals';
import { BEFORE_OPENING } from '@/lib/domain/court/calendar';
import { datedClosureForm, yearlyClosureForm } from '@/lib/domain/court/closure-form';
import { required } from '@/lib/domain/text';
import { action, done } from '@/lib/web/action/action';

const reason = required('enterReason', 500);

/** Shows the page again with what waits now. */
function proposed() {
  refresh();
  return done();
}

/** Proposes to close the offices on one date. */
export const addDated = action(
  { role: 'registrar', input: datedClosureForm.extend({ closureReason: reason }), limit: 'write' },
  async ({ actor, input: { isHoliday, closureReason, ...named }, now }) => {
    const closure = { ...named, isHoliday: isHoliday === 'on' };
    await propose(actor, { kind: 'add-closure', closure }, closureReason, now);
    return proposed();
  },
);

/** Proposes to close the offices on a day of every year. */
export const addYearly = action(
  { role: 'registrar', input: yearlyClosureForm.and(z.object({ yearlyReason: reason })), limit: 'write' },
  async ({ actor, input: { month, day, fromYear, yearlyNameEn, yearlyNameFr, yearlyReason }, now }) => {
    const numbers = { month: Number(month), day: Number(day), fromYear: Number(fromYear) };
    const closure = { nameEn: yearlyNameEn, nameFr: yearlyNameFr, ...numbers };
    await propose(actor, { kind: 'add-closure', closure }, yearlyReason, now);
    return proposed();
  },
);

const removal = z.object({ id: z.uuid(), removalReason: reason });

/** Proposes to open the offices again on a day. */
export const remove = action(
  { role: 'registrar', input: removal, limit: 'write' },
  async ({ actor, input: { id, removalReason }, now }) => {
    await propose(actor, { kind: 'remove-closure', id }, removalReason, now);
    return proposed();
  },
);

const rule = z.object({ beforeOpening: z.enum(BEFORE_OPENING), openingReason: reason });

/** Proposes another date for claims that arrive before the opening. */
export const setOpening = action(
  { role: 'registrar', input: rule, limit: 'write' },
  async ({ actor, input: { beforeOpening: to, openingReason }, now }) => {
    await propose(actor, { kind: 'set-opening-rule', to }, openingReason, now);
    return proposed();
  },
);
