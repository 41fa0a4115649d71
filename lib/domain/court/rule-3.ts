import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { addDays, type IsoDate, isoDate, yearOf } from '@/lib/domain/court/day';
import { isHoliday } from '@/lib/domain/court/holidays';

/**
 * Time as Rule 3 of the Rules of Civil Procedure counts it. Closures of the offices are not holidays;
 * proclaimed holidays are.
 */

/** A period of this many days or fewer does not count holidays; r. 3.01(1)(b). */
const SHORT = 7;

type Closures = Pick<CourtCalendar, 'closures'>;

/** Whether a day is a "holiday" of r. 1.03(1): listed, or proclaimed under (m). */
export function isHolidayOfRules(on: IsoDate, { closures }: Closures): boolean {
  return (
    isHoliday(on) || closures.some((closure) => 'on' in closure && closure.isHoliday && closure.on === on)
  );
}

/**
 * The last day of a period of days after an event. The event's day is not counted, the last day is (r.
 * 3.01(1)(a)). A period that would end on a holiday ends on the next day that is not one (c).
 */
export function daysAfter(event: IsoDate, days: number, calendar: Closures): IsoDate {
  let on = event;
  for (let counted = 0; counted < days; ) {
    on = addDays(on, 1);
    if (days > SHORT || !isHolidayOfRules(on, calendar)) counted += 1;
  }
  return notOnHoliday(on, calendar);
}

/**
 * The last day of a period of months after an event: the same day of the month, or the month's last day. If
 * that is a holiday, the period ends on the next day that is not one.
 */
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
