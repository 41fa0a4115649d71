import { z } from 'zod';
import { isoDate } from '@/lib/domain/court/day';
import { type FieldErrors, required, requiredDay, withRules } from '@/lib/domain/text';
import type { ErrorKey } from '@/lib/messages/catalogue';

const names = { nameEn: required('enterClosureName', 100), nameFr: required('enterClosureName', 100) };

/** A closure on one date; `isHoliday` is 'on' if it was proclaimed as a holiday. */
export const datedClosureForm = z.object({
  on: requiredDay(),
  ...names,
  isHoliday: z.literal('on').optional(),
});

const whole = (error: ErrorKey) =>
  required(error, 4).refine((typed) => !typed || /^\d{1,4}$/.test(typed), error);

/**
 * A yearly closure: month and day as numbers, and the first year. The keys of its names differ from the other
 * form's, because both forms are on one page.
 */
export const yearlyClosureForm = withRules(
  z.object({
    month: whole('enterMonth'),
    day: whole('enterDay'),
    fromYear: whole('enterYear'),
    yearlyNameEn: names.nameEn,
    yearlyNameFr: names.nameFr,
  }),
  ({ month, day, fromYear }): FieldErrors => {
    if (!/^(\d|1[0-2])$/.test(month) || month === '0') return { month: 'enterMonth' };
    const on = isoDate(2024, Number(month), Number(day) || 0);
    if (on === '2024-02-29') return { day: 'leapDay' };
    return {
      ...(Number(on.slice(8)) !== Number(day) && { day: 'enterDay' }),
      ...(!/^20\d\d$/.test(fromYear) && { fromYear: 'enterYear' }),
    };
  },
);
