import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { type Closure, closes } from '@/lib/domain/court/closure';
import { addDays, type IsoDate, isoDate, isWeekend, weekday } from '@/lib/domain/court/day';
import { type Holiday, holidays, isHoliday } from '@/lib/domain/court/holidays';

/** `partly`: some offices are closed, not all. */
export type DayKind = 'open' | 'weekend' | 'holiday' | 'closed' | 'partly';
export type MonthDay = { on: IsoDate; kind: DayKind };

function kindOf(on: IsoDate, calendar: CourtCalendar): DayKind {
  if (isWeekend(on)) return 'weekend';
  if (isHoliday(on)) return 'holiday';
  const here = calendar.closures.filter((closure) => closes(closure, on));
  if (here.some(({ where }) => !where)) return 'closed';
  return here.length > 0 ? 'partly' : 'open';
}

/** The days of a month (1-12) by weeks that begin on Sunday; null before its first day and after its last. */
export function weeksOf(year: number, month: number, calendar: CourtCalendar): (MonthDay | null)[][] {
  const first = isoDate(year, month, 1);
  const length = Number(isoDate(year, month + 1, 0).slice(8));
  const days = Array.from({ length }, (_, n) => addDays(first, n));
  const cells = [
    ...Array.from({ length: weekday(first) }, () => null),
    ...days.map((on) => ({ on, kind: kindOf(on, calendar) })),
  ];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) => cells.slice(7 * n, 7 * n + 7));
  return weeks.map((week) => [...week, ...Array.from({ length: 7 - week.length }, () => null)]);
}

export type ClosedDay = { on: IsoDate; holiday: Holiday } | { on: IsoDate; closure: Closure };

/** The days of a year on which offices are closed, besides weekends, in order; of some offices alone too. */
export function closedDaysOf(year: number, { closures }: CourtCalendar): ClosedDay[] {
  const days = Array.from({ length: 366 }, (_, n) => isoDate(year, 1, n + 1)).filter((on) =>
    on.startsWith(String(year)),
  );
  const closed = days.flatMap((on) =>
    closures.filter((one) => closes(one, on)).map((closure) => ({ on, closure })),
  );
  const kept = holidays(year).map((holiday) => ({ on: holiday.on, holiday }));
  return [...kept, ...closed].sort((a, b) => (a.on < b.on ? -1 : 1));
}
