import type { Region } from '@/lib/domain/court/court';
import { addDays, type IsoDate, isoDate, isWeekend, yearOf } from '@/lib/domain/court/day';

/** The offices of a region, or one office by its id. */
export type Where = { region: Region } | { office: string };

/** Without `where`, a closure closes every office. */
type Named = { nameEn: string; nameFr: string; where?: Where };

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

/** What a closure closes as one word: '' for every office, else `region:east` or `office:barrie`. */
export function whereCode(where: Where | undefined): string {
  if (!where) return '';
  return 'office' in where ? `office:${where.office}` : `region:${where.region}`;
}

/** Whether two closures are of the same day and the same offices. */
export function isSameClosure(one: Closure, other: Closure): boolean {
  return closureCode(one) === closureCode(other);
}

/**
 * A closure in short, as the audit log names it: `2026-11-24`, `9-30` for one of every year, and what it closes if
 * that is not every office: `2026-11-24 office:barrie`.
 */
export function closureCode(closure: Closure): string {
  const day = 'on' in closure ? closure.on : `${closure.month}-${closure.day}`;
  return `${day} ${whereCode(closure.where)}`.trim();
}

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
