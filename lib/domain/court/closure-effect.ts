import { type CourtCalendar, courtDay, issueOn, opensAt } from '@/lib/domain/court/calendar';
import { type Closure, closes, keptOn } from '@/lib/domain/court/closure';
import { type IsoDate, isWeekend, yearOf } from '@/lib/domain/court/day';
import { isHoliday } from '@/lib/domain/court/holidays';

/** What a closure, or its end, does to the dates of claims. */
export type ClosureEffect = {
  /** The day itself; of a yearly closure the next one. */
  on: IsoDate;
  /** The date of a claim that is submitted now: at present, and with the change. */
  now: { before: IsoDate; after: IsoDate };
  /** The date of a claim that arrives at the opening of that day: at present, and with the change. */
  atOpening: { before: IsoDate; after: IsoDate };
};

/** The day of a closure; of a yearly one the first that is not past. */
export function nextDay(closure: Closure, today: IsoDate): IsoDate {
  if ('on' in closure) return closure.on;
  const first = Math.max(closure.fromYear, yearOf(today) - 1);
  const days = [first, first + 1, first + 2].map((year) => keptOn(closure, year) ?? '');
  return days.find((on) => on >= today) ?? today;
}

/** What changes if the calendar changes from one to the other in a closure, as of an instant. */
export function effectOf(
  closure: Closure,
  { before, after }: { before: CourtCalendar; after: CourtCalendar },
  at: Date,
): ClosureEffect {
  const on = nextDay(closure, courtDay(at));
  const opening = opensAt(on);
  return {
    on,
    now: { before: issueOn(at, before), after: issueOn(at, after) },
    atOpening: { before: issueOn(opening, before), after: issueOn(opening, after) },
  };
}

export type ClosureFault =
  | 'closureOnWeekend'
  | 'closureOnHoliday'
  | 'closureExists'
  | 'closureInPast'
  | 'holidayEverywhere';

const fewYears = [0, 1, 2, 3, 4];

/** What stands against a closure of a day of every year: a day that is a holiday anyway, or is closed already. */
function faultOfYearly(closure: Exclude<Closure, { on: IsoDate }>, { closures }: CourtCalendar) {
  const days = fewYears.map((more) => keptOn(closure, closure.fromYear + more) ?? '');
  if (days.every(isHoliday)) return 'closureOnHoliday';
  const { month, day } = closure;
  const isThere = closures.some((other) => !('on' in other) && other.month === month && other.day === day);
  return isThere ? 'closureExists' : undefined;
}

/**
 * What stands against a new closure. A holiday may be proclaimed for a day that is closed every year anyway, but for
 * all of Ontario alone.
 * @param calendar that of the offices which the closure is for
 * @param isPastMeant whether a day that is past is meant, such as one that was proclaimed after it
 */
export function closureFault(
  closure: Closure,
  calendar: CourtCalendar,
  today: IsoDate,
  isPastMeant: boolean,
): ClosureFault | undefined {
  if (!('on' in closure)) return faultOfYearly(closure, calendar);
  const { on } = closure;
  if (closure.isHoliday && closure.where) return 'holidayEverywhere';
  if (isWeekend(on)) return 'closureOnWeekend';
  if (isHoliday(on)) return 'closureOnHoliday';
  const same = calendar.closures.filter((other) => closes(other, on));
  if (same.some((other) => 'on' in other || !closure.isHoliday)) return 'closureExists';
  return on < today && !isPastMeant ? 'closureInPast' : undefined;
}
