import { z } from 'zod';
import { isoDate } from '@/lib/domain/day';
import { type FieldErrors, required, withRules } from '@/lib/domain/text';

const names = { nameEn: required('enterClosureName', 100), nameFr: required('enterClosureName', 100) };
const isDay = (typed: string) => z.iso.date().safeParse(typed).success;

/** A closure on one date; `isHoliday` is 'on' where it was proclaimed as a holiday. */
export const datedClosureForm = z.object({
  on: required('enterDate').refine((typed) => !typed || isDay(typed), 'enterDate'),
  ...names,
  isHoliday: z.literal('on').optional(),
});

const whole = (error: string) =>
  required(error, 4).refine((typed) => !typed || /^\d{1,4}$/.test(typed), error);

/** A closure of every year: month and day as numbers, and the first year. Its names stand on a page with the other form's. */
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
