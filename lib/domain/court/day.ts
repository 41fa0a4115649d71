import { fromZonedTime } from 'date-fns-tz';

/** A calendar date without a time or a zone, `YYYY-MM-DD`. Dates compare and sort as text. */
export type IsoDate = string;

/** Every court office follows Toronto time, even the two on Central time. */
export const COURT_ZONE = 'America/Toronto';

const DAY_MS = 86_400_000;

/** The date of a year, a month (1-12) and a day of the month. A day past the end runs into the next month. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** `on` moved by whole days, forwards or (negative) backwards. */
export function addDays(on: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Toronto. */
export const startOfDay = (on: IsoDate): Date => fromZonedTime(`${on}T00:00:00`, COURT_ZONE);

/** The instant of a time of day in Toronto, `HH:MM`. */
export const instantOf = (on: IsoDate, time: string): Date => fromZonedTime(`${on}T${time}:00`, COURT_ZONE);

/** The instant at which a day begins in UTC, for what reads or writes the day of an instant there. */
export const startInUtc = (on: IsoDate): Date => new Date(`${on}T00:00:00Z`);

/** How many days after the first the second is; negative before it. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** 0 for Sunday to 6 for Saturday. */
export function weekday(on: IsoDate): number {
  return new Date(on).getUTCDay();
}

export function isWeekend(on: IsoDate): boolean {
  return weekday(on) === 0 || weekday(on) === 6;
}

export function yearOf(on: IsoDate): number {
  return Number(on.slice(0, 4));
}
