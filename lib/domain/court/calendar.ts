import { fromZonedTime } from 'date-fns-tz';
import { type Closure, closes, truthAndReconciliation } from '@/lib/domain/court/closure';
import { addDays, COURT_ZONE, type IsoDate, startOfDay } from '@/lib/domain/court/day';
import { isHoliday } from '@/lib/domain/court/holidays';

/**
 * The two clocks. The court's decides dates, hours and due times and can be set for tests. The system's
 * decides leases, sessions and everything else that runs in real time.
 */
export type Times = { now: Date; courtNow: Date };

/** The office is open in `[OPENS, CLOSES)` on business days, Toronto time. */
export const OPENS = '08:30';
const CLOSES = '17:00';

/** The date of a claim that is received on a business day before the opening. */
export const BEFORE_OPENING = ['next-business-day', 'same-day'] as const;
export type BeforeOpening = (typeof BEFORE_OPENING)[number];

/**
 * Staff's decisions about the calendar of some offices, or of all. The holidays come from the law
 * (lib/domain/court/holidays.ts). It holds the closures of those offices alone (`getCalendar` in
 * lib/data/court), so that no date is reckoned by the closure of another.
 */
export type CourtCalendar = { closures: readonly Closure[]; beforeOpening: BeforeOpening };

/**
 * The calendar that the service begins with: September 30 is a closure, and r. 4.05(8) is taken literally.
 */
export const standardCalendar: CourtCalendar = {
  closures: [truthAndReconciliation],
  beforeOpening: 'next-business-day',
};

export type DatePromise = {
  open: boolean;
  /** The date that a claim submitted now would bear. */
  issueOn: IsoDate;
  /** The instant at which that date changes, and the date after it. */
  until: Date;
  thenIssueOn: IsoDate;
};

export function isBusinessDay(on: IsoDate, calendar: CourtCalendar): boolean {
  return !isHoliday(on) && !calendar.closures.some((closure) => closes(closure, on));
}

// The Swedish format is 2026-11-23 16:59. Made once: making one for each instant takes several times as long.
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: COURT_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

/** The date and the time (HH:mm) in Toronto at an instant. */
function inToronto(at: Date): { on: IsoDate; time: string } {
  const shown = clock.format(at);
  return { on: shown.slice(0, 10), time: shown.slice(11) };
}

/** The date in Toronto at an instant. */
export function courtDay(at: Date): IsoDate {
  return inToronto(at).on;
}

/** Whether court offices are open at an instant. */
export function isOpen(at: Date, calendar: CourtCalendar): boolean {
  const { on, time } = inToronto(at);
  return time >= OPENS && time < CLOSES && isBusinessDay(on, calendar);
}

/**
 * The date that a claim received at an instant bears. During office hours it is that day. Otherwise it is the
 * next business day after the day of receipt, even before the opening on a business day, unless staff decided
 * otherwise. r. 4.05(8)
 */
export function issueOn(receivedAt: Date, calendar: CourtCalendar): IsoDate {
  const { on, time } = inToronto(receivedAt);
  const from = calendar.beforeOpening === 'same-day' ? '00:00' : OPENS;
  if (time >= from && time < CLOSES && isBusinessDay(on, calendar)) return on;
  return nextBusinessDay(on, calendar);
}

/** When the office opens on a day (Toronto time), whether or not that day is a business day. */
export function opensAt(on: IsoDate): Date {
  return fromZonedTime(`${on}T${OPENS}:00`, COURT_ZONE);
}

/** When the office closes on a day (Toronto time). From this instant on it is closed. */
export function closesAt(on: IsoDate): Date {
  return fromZonedTime(`${on}T${CLOSES}:00`, COURT_ZONE);
}

/**
 * When a claim received at an instant is to be issued: at once, or at the opening of the day that it will
 * bear.
 */
export function dueAt(receivedAt: Date, calendar: CourtCalendar): Date {
  return isOpen(receivedAt, calendar) ? receivedAt : opensAt(issueOn(receivedAt, calendar));
}

/** When a claim that bears a date is to be issued, as of an instant: at that day's opening, or at once. */
export function dueFrom(on: IsoDate, at: Date): Date {
  const opening = opensAt(on);
  return opening > at ? opening : at;
}

/** The present promise to a filer about the date of a claim, and how long it holds. */
export function datePromise(at: Date, calendar: CourtCalendar): DatePromise {
  const promised = issueOn(at, calendar);
  let until = nextBoundary(at);
  while (issueOn(until, calendar) === promised) until = nextBoundary(until);
  return { open: isOpen(at, calendar), issueOn: promised, until, thenIssueOn: issueOn(until, calendar) };
}

/** The next instant at which the offices could open or close or a day begins. Until then no date changes. */
export function nextBoundary(after: Date): Date {
  const today = courtDay(after);
  const tomorrow = startOfDay(addDays(today, 1));
  return [opensAt(today), closesAt(today)].find((at) => at > after) ?? tomorrow;
}

/** The day itself if it is a business day, else the last business day before it. */
export function businessDayUpTo(by: IsoDate, calendar: CourtCalendar): IsoDate {
  let on = by;
  while (!isBusinessDay(on, calendar)) on = addDays(on, -1);
  return on;
}

function nextBusinessDay(after: IsoDate, calendar: CourtCalendar): IsoDate {
  let on = addDays(after, 1);
  while (!isBusinessDay(on, calendar)) on = addDays(on, 1);
  return on;
}
