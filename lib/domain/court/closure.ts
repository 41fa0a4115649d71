import { addDays, type IsoDate, isoDate, isWeekend, yearOf } from '@/lib/domain/court/day';

type Named = { nameEn: string; nameFr: string };

/** Closed on one date; `isHoliday` if it was proclaimed as a special holiday, r. 1.03(1)(m). */
type DatedClosure = Named & { on: IsoDate; isHoliday: boolean };

/**
 * Closed every year from `fromYear` on: on the month (1-12) and day, or on the following Monday if that day
 * falls on a weekend.
 */
export type YearlyClosure = Named & { month: number; day: number; fromYear: number };

/** A day on which court offices are closed although r. 1.03(1)(a) to (l) does not name it. */
export type Closure = DatedClosure | YearlyClosure;

/**
 * September 30, which is no holiday of r. 1.03(1). Source: statement of the Chief Justices of Ontario's three
 * courts. The service begins with this closure.
 */
export const truthAndReconciliation: YearlyClosure = {
  nameEn: 'National Day for Truth and Reconciliation',
  nameFr: 'Journée nationale de la vérité et de la réconciliation',
  month: 9,
  day: 30,
  fromYear: 2021,
};

/** The day of a closure as the audit log names it: `2026-11-24`, or `9-30` for one of every year. */
export const closureDayCode = ({
  on,
  month,
  day,
}: {
  on?: IsoDate | null;
  month?: number | null;
  day?: number | null;
}): string => on ?? `${month}-${day}`;

/** The day on which a yearly closure falls in a year, or undefined before its first year. */
export function keptOn({ month, day, fromYear }: YearlyClosure, year: number): IsoDate | undefined {
  if (year < fromYear) return undefined;
  let on = isoDate(year, month, day);
  while (isWeekend(on)) on = addDays(on, 1);
  return on;
}

/** Whether a closure closes the offices on a day. */
export function closes(closure: Closure, on: IsoDate): boolean {
  if ('on' in closure) return closure.on === on;
  // A closure at the end of December may fall in the next year.
  return [yearOf(on), yearOf(on) - 1].some((year) => keptOn(closure, year) === on);
}
