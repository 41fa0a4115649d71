import { z } from 'zod';
import type { Closure, Where } from '@/lib/domain/court/closure';
import { REGIONS } from '@/lib/domain/court/court';
import { isoDate } from '@/lib/domain/court/day';
import { type FieldErrors, optional, required, requiredDay, withRules } from '@/lib/domain/text';
import type { ErrorKey } from '@/lib/messages/catalogue';

const regionCodes: readonly string[] = REGIONS.map((region) => `region:${region}`);

/** As `whereCode` writes it; '' or nothing for every office. */
const offices = z
  .string()
  .regex(/^(|office:[a-z-]{1,40}|region:[a-zA-Z]{1,20})$/)
  .refine((code) => !code.startsWith('region:') || regionCodes.includes(code))
  .default('');

/** What a code of `whereCode` means. */
function whereIn(code: string): Where | undefined {
  const [kind, name = ''] = code.split(':');
  if (kind === 'office') return { office: name };
  const region = REGIONS.find((one) => one === name);
  return region && { region };
}

const names = { nameEn: required('enterClosureName', 100), nameFr: required('enterClosureName', 100) };

/** A closure on one date; `isHoliday` is 'on' if it was proclaimed as a holiday. */
const datedClosure = z.object({
  on: requiredDay(),
  ...names,
  offices,
  isHoliday: z.literal('on').optional(),
});

/** Names as typed: both, or neither where a name that staff keep was chosen by its code. */
const name = optional(100);
const code = optional(40);

const bothOrChosen = (chosen: string, nameEn: string, nameFr: string) => ({
  en: !nameEn && !(chosen && !nameFr),
  fr: !nameFr && !(chosen && !nameEn),
});

/** A closure on one date as typed. What is typed as its names counts before a chosen one. */
export const datedClosureForm = withRules(
  datedClosure.extend({ keptName: code, nameEn: name, nameFr: name }),
  ({ keptName, nameEn, nameFr }): FieldErrors => {
    const missing = bothOrChosen(keptName, nameEn, nameFr);
    return {
      ...(missing.en && { nameEn: 'enterClosureName' }),
      ...(missing.fr && { nameFr: 'enterClosureName' }),
    };
  },
);

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
    yearlyKeptName: code,
    yearlyNameEn: name,
    yearlyNameFr: name,
    yearlyOffices: offices,
  }),
  ({ month, day, fromYear, yearlyKeptName, yearlyNameEn, yearlyNameFr }): FieldErrors => {
    if (!/^(\d|1[0-2])$/.test(month) || month === '0') return { month: 'enterMonth' };
    const on = isoDate(2024, Number(month), Number(day) || 0);
    if (on === '2024-02-29') return { day: 'leapDay' };
    const missing = bothOrChosen(yearlyKeptName, yearlyNameEn, yearlyNameFr);
    return {
      ...(missing.en && { yearlyNameEn: 'enterClosureName' }),
      ...(missing.fr && { yearlyNameFr: 'enterClosureName' }),
      ...(Number(on.slice(8)) !== Number(day) && { day: 'enterDay' }),
      ...(!/^20\d\d$/.test(fromYear) && { fromYear: 'enterYear' }),
    };
  },
);

const reasons = { closureReason: required('enterReason', 500), pastReason: optional(500) };
const yearlyDay = z.object({
  month: z.string().regex(/^\d{1,2}$/),
  day: z.string().regex(/^\d{1,2}$/),
  fromYear: z.string().regex(/^20\d\d$/),
  ...names,
  offices,
});

/** A closure that was checked by one of the forms above, as the address and the form of its preview hold it. */
export const closureForm = z.union([datedClosure, yearlyDay]);
export type ClosureValues = z.output<typeof closureForm>;

/** The same, why it is proposed, and why a day that is past. */
export const proposedClosureForm = z.union([datedClosure.extend(reasons), yearlyDay.extend(reasons)]);

/** The closure that the values mean. */
export function closureIn(values: ClosureValues): Closure {
  const { nameEn, nameFr } = values;
  const where = whereIn(values.offices);
  const named = { nameEn, nameFr, ...(where && { where }) };
  if ('on' in values) return { ...named, on: values.on, isHoliday: values.isHoliday === 'on' };
  const { month, day, fromYear } = values;
  return { ...named, month: Number(month), day: Number(day), fromYear: Number(fromYear) };
}
