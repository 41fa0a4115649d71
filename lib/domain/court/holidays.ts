import { addDays, type IsoDate, isoDate, isWeekend, weekday, yearOf } from '@/lib/domain/court/day';

type HolidayName =
  | 'newYear'
  | 'familyDay'
  | 'goodFriday'
  | 'easterMonday'
  | 'victoriaDay'
  | 'canadaDay'
  | 'civicHoliday'
  | 'labourDay'
  | 'thanksgiving'
  | 'remembranceDay'
  | 'christmas'
  | 'boxingDay';

/** `on` is the day observed. For a substituted holiday it differs from the holiday's own day. */
export type Holiday = { on: IsoDate; name: HolidayName };

const MONDAY = 1;
const FRIDAY = 5;
const FAMILY_DAY_SINCE = 2008;

/**
 * The holidays of a year in order, with the substituted days. Saturdays and Sundays are holidays too, but are
 * not listed. r. 1.03(1), Rules of Civil Procedure
 */
export function holidays(year: number): Holiday[] {
  const easter = easterSunday(year);
  const list: Holiday[] = [
    ...mondayWhenWeekend('newYear', isoDate(year, 1, 1)),
    ...(year >= FAMILY_DAY_SINCE ? [{ name: 'familyDay' as const, on: nthMonday(year, 2, 3) }] : []),
    { name: 'goodFriday', on: addDays(easter, -2) },
    { name: 'easterMonday', on: addDays(easter, 1) },
    { name: 'victoriaDay', on: mondayOnOrBefore(isoDate(year, 5, 24)) },
    ...mondayWhenWeekend('canadaDay', isoDate(year, 7, 1)),
    { name: 'civicHoliday', on: nthMonday(year, 8, 1) },
    { name: 'labourDay', on: nthMonday(year, 9, 1) },
    { name: 'thanksgiving', on: nthMonday(year, 10, 2) },
    ...mondayWhenWeekend('remembranceDay', isoDate(year, 11, 11)),
    ...christmas(year),
  ];
  return list.sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Whether `on` is a "holiday" of r. 1.03(1): a Saturday, a Sunday or a listed day. */
export function isHoliday(on: IsoDate): boolean {
  return isWeekend(on) || daysOf(yearOf(on)).has(on);
}

const years = new Map<number, ReadonlySet<IsoDate>>();

/** The listed days of a year, computed once. */
function daysOf(year: number): ReadonlySet<IsoDate> {
  const days = years.get(year) ?? new Set(holidays(year).map(({ on }) => on));
  years.set(year, days);
  return days;
}

/** If New Year's Day, Canada Day or Remembrance Day falls on a weekend, the following Monday is a holiday. */
function mondayWhenWeekend(name: HolidayName, on: IsoDate): Holiday[] {
  return [{ name, on: isWeekend(on) ? mondayOnOrAfter(on) : on }];
}

/** Christmas on a weekend adds the following Monday and Tuesday; on a Friday, the following Monday. */
function christmas(year: number): Holiday[] {
  const on = isoDate(year, 12, 25);
  if (isWeekend(on)) {
    const monday = mondayOnOrAfter(on);
    return [
      { name: 'christmas', on: monday },
      { name: 'boxingDay', on: addDays(monday, 1) },
    ];
  }
  return [
    { name: 'christmas', on },
    { name: 'boxingDay', on: weekday(on) === FRIDAY ? addDays(on, 3) : addDays(on, 1) },
  ];
}

function mondayOnOrAfter(on: IsoDate): IsoDate {
  return addDays(on, (7 + MONDAY - weekday(on)) % 7);
}

function mondayOnOrBefore(on: IsoDate): IsoDate {
  return addDays(on, -((7 + weekday(on) - MONDAY) % 7));
}

function nthMonday(year: number, month: number, nth: number): IsoDate {
  return addDays(mondayOnOrAfter(isoDate(year, month, 1)), 7 * (nth - 1));
}

/** Easter of the Gregorian calendar (the computus of Meeus, Jones and Butcher). */
function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return isoDate(year, 3, 22 + epact + toSunday - 7 * late);
}
