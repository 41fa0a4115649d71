import type { CourtCalendar } from '@/lib/domain/calendar';
import { addDays, type IsoDate, isoDate, yearOf } from '@/lib/domain/day';
import { isHoliday } from '@/lib/domain/holidays';

/** Time as Rule 3 of the Rules of Civil Procedure counts it. Closures of the offices are no holidays; proclaimed holidays are. */

/** In a period of so many days or less holidays are not counted; r. 3.01(1)(b). */
const SHORT = 7;

type Closures = Pick<CourtCalendar, 'closures'>;

/** Whether a day is a "holiday" of r. 1.03(1): listed, or proclaimed under (m). */
export function isHolidayOfRules(on: IsoDate, { closures }: Closures): boolean {
  return (
    isHoliday(on) || closures.some((closure) => 'on' in closure && closure.isHoliday && closure.on === on)
  );
}

/**
 * The last day of a period of days after an event: the event's day is not counted, the last is (r. 3.01(1)(a)); what
 * would end on a holiday ends on the next day that is none (c).
 */
export function daysAfter(event: IsoDate, days: number, calendar: Closures): IsoDate {
  let on = event;
  for (let counted = 0; counted < days; ) {
    on = addDays(on, 1);
    if (days > SHORT || !isHolidayOfRules(on, calendar)) counted += 1;
  }
  return notOnHoliday(on, calendar);
}

/** The last day of a period of months after an event: the same day of the month, or its last; not on a holiday. */
export function monthsAfter(event: IsoDate, months: number, calendar: Closures): IsoDate {
  const [month, day] = [Number(event.slice(5, 7)), Number(event.slice(8))];
  const lastOfMonth = Number(isoDate(yearOf(event), month + months + 1, 0).slice(8));
  return notOnHoliday(isoDate(yearOf(event), month + months, Math.min(day, lastOfMonth)), calendar);
}

function notOnHoliday(on: IsoDate, calendar: Closures): IsoDate {
  let last = on;
  while (isHolidayOfRules(last, calendar)) last = addDays(last, 1);
  return last;
}
