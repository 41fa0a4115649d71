import { formatInTimeZone, fromZonedTime } from 'date-fns-tz';
import { addDays, type IsoDate, isoDate, isWeekend, yearOf } from '@/lib/domain/day';
import { isHoliday } from '@/lib/domain/holidays';

/** Every court office goes by Toronto time, also the two on Central time. */
export const COURT_ZONE = 'America/Toronto';

/** The office is open in `[OPENS, CLOSES)` on business days, Toronto time. */
export const OPENS = '08:30';
export const CLOSES = '17:00';

/** Says whether court offices are closed on a day that is not a holiday of r. 1.03(1). */
export type Closed = (on: IsoDate) => boolean;

export type DatePromise = {
  open: boolean;
  /** The date a claim submitted now would bear. */
  issueOn: IsoDate;
  /** The instant at which that answer changes, and what it changes to. */
  until: Date;
  thenIssueOn: IsoDate;
};

const TRUTH_AND_RECONCILIATION_SINCE = 2021;

/**
 * The closures that return every year: September 30, National Day for Truth and Reconciliation, or the Monday
 * after when it falls on a weekend. Court offices close although r. 1.03(1) does not name the day.
 */
export function recurringClosures(year: number): IsoDate[] {
  if (year < TRUTH_AND_RECONCILIATION_SINCE) return [];
  let on = isoDate(year, 9, 30);
  while (isWeekend(on)) on = addDays(on, 1);
  return [on];
}

export function isRecurringClosure(on: IsoDate): boolean {
  return recurringClosures(yearOf(on)).includes(on);
}

export function isBusinessDay(on: IsoDate, closed: Closed = isRecurringClosure): boolean {
  return !isHoliday(on) && !closed(on);
}

/** The date in Toronto at an instant. */
export function courtDay(at: Date): IsoDate {
  return formatInTimeZone(at, COURT_ZONE, 'yyyy-MM-dd');
}

/** Whether court offices are open at an instant. */
export function isOpen(at: Date, closed: Closed = isRecurringClosure): boolean {
  const time = formatInTimeZone(at, COURT_ZONE, 'HH:mm');
  return isBusinessDay(courtDay(at), closed) && time >= OPENS && time < CLOSES;
}

/**
 * The date that a claim received at an instant bears: that day during office hours, else the next business day
 * after the day of receipt, also before the opening on a business day. r. 4.05(8)
 */
export function issueOn(receivedAt: Date, closed: Closed = isRecurringClosure): IsoDate {
  const receivedOn = courtDay(receivedAt);
  return isOpen(receivedAt, closed) ? receivedOn : nextBusinessDay(receivedOn, closed);
}

/** When the office opens on a day (Toronto time), whether or not that day is a business day. */
export function opensAt(on: IsoDate): Date {
  return fromZonedTime(`${on}T${OPENS}:00`, COURT_ZONE);
}

/** When the office closes on a day (Toronto time); from this instant on it is closed. */
export function closesAt(on: IsoDate): Date {
  return fromZonedTime(`${on}T${CLOSES}:00`, COURT_ZONE);
}

/** When a claim received at an instant is to be issued: at once, or at the opening of the day it will bear. */
export function dueAt(receivedAt: Date, closed: Closed = isRecurringClosure): Date {
  return isOpen(receivedAt, closed) ? receivedAt : opensAt(issueOn(receivedAt, closed));
}

/** What a filer can be told now about the date of a claim, and for how long it holds. */
export function datePromise(at: Date, closed: Closed = isRecurringClosure): DatePromise {
  const until = promiseEnds(at, closed);
  return {
    open: isOpen(at, closed),
    issueOn: issueOn(at, closed),
    until,
    thenIssueOn: issueOn(until, closed),
  };
}

function promiseEnds(at: Date, closed: Closed): Date {
  const today = courtDay(at);
  if (isOpen(at, closed)) return closesAt(today);
  if (isBusinessDay(today, closed) && at < opensAt(today)) return opensAt(today);
  return fromZonedTime(`${issueOn(at, closed)}T00:00:00`, COURT_ZONE);
}

function nextBusinessDay(after: IsoDate, closed: Closed): IsoDate {
  let on = addDays(after, 1);
  while (!isBusinessDay(on, closed)) on = addDays(on, 1);
  return on;
}
