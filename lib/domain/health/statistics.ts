import type { IsoDate } from '@/lib/domain/court/day';
import { HOLD_REASONS, type HoldReason } from '@/lib/domain/filing/hold';
import { promptOf } from '@/lib/domain/health/waits';

/** What is published of the numbers: nothing by which a person could be recognised. Pure. */

/** Counts below this, other than 0, are not told. */
const FEWEST = 5;

/** A count as it may be told: itself, or that it is small, or that it would betray a small one. */
export type Told = number | 'few' | 'unshown';

const isSmall = (count: number) => count > 0 && count < FEWEST;

/**
 * The counts of one table as they may be told. A single small one could be found out by whoever knows the sum, so the
 * smallest of the others is not shown either.
 */
export function toldCounts(counts: readonly number[]): Told[] {
  const told = counts.map((count): Told => (isSmall(count) ? 'few' : count));
  if (counts.filter(isSmall).length !== 1) return told;
  const others = counts.filter((count) => count >= FEWEST);
  if (others.length === 0) return told;
  const next = counts.indexOf(Math.min(...others));
  return told.map((one, at) => (at === next ? 'unshown' : one));
}

/** Of so many, a percent is several cases, so that it tells no small count. */
const MANY = 100 * FEWEST;

/** How much of a whole a part is, in whole percent, rounded down; or that it may not be told. */
export function toldShare(part: number, whole: number): Told {
  if (whole < FEWEST) return 'unshown';
  if (whole < MANY && (isSmall(part) || isSmall(whole - part))) return 'unshown';
  return Math.floor((100 * part) / whole);
}

/** A day of the court in numbers. */
export type CountedDay = {
  day: IsoDate;
  received: number;
  issued: number;
  waits: readonly number[];
  holds: Partial<Record<HoldReason, number>>;
};

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** The days of each month, under `YYYY-MM`, in the order of the days. */
function byMonth<Day extends { day: IsoDate }>(days: readonly Day[]): Map<string, Day[]> {
  const months = new Map<string, Day[]>();
  for (const day of days) {
    const month = monthOf(day.day);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return months;
}

export const monthOf = (day: IsoDate): string => day.slice(0, 7);

/** `month` is `YYYY-MM`; `prompt` is the share of those issued that took a minute at most, in percent. */
export type TellableMonth = { month: string; received: Told; issued: Told; prompt: Told; held: Told };

/**
 * What may be told of each month that has days, the oldest first. Of the month that has not ended the holds are not told:
 * whoever looked each day would learn of each hold.
 */
export function tellableMonths(days: readonly CountedDay[], running: string): TellableMonth[] {
  const months = [...byMonth(days)].map(([month, own]) => ({
    month,
    received: sum(own.map(({ received }) => received)),
    issued: sum(own.map(({ issued }) => issued)),
    prompt: sum(own.map(({ waits }) => promptOf(waits))),
    held: sum(own.flatMap(({ holds }) => Object.values(holds))),
  }));
  const [received, issued] = (['received', 'issued'] as const).map((name) =>
    toldCounts(months.map((month) => month[name])),
  );
  const held = toldCounts(months.filter(({ month }) => month < running).map((month) => month.held));
  return months.map(({ month, ...row }, at) => ({
    month,
    received: received?.[at] ?? 'unshown',
    issued: issued?.[at] ?? 'unshown',
    held: held?.[at] ?? 'unshown',
    prompt: toldShare(row.prompt, row.issued),
  }));
}

/** `perMille` of all filings received, as far as the count is told. */
export type TellableReason = { reason: HoldReason; count: Told; perMille: number | null };

/** What may be told of why filings went on hold, the commonest reason first. */
export function tellableReasons(days: readonly CountedDay[]): TellableReason[] {
  const received = sum(days.map((day) => day.received));
  const counted = HOLD_REASONS.map((reason) => ({
    reason,
    count: sum(days.map(({ holds }) => holds[reason] ?? 0)),
  })).filter(({ count }) => count > 0);
  counted.sort((a, b) => b.count - a.count);
  const told = toldCounts(counted.map(({ count }) => count));
  return counted.map(({ reason }, at) => {
    const count = told[at] ?? 'unshown';
    const perMille = typeof count === 'number' && received > 0 ? (1000 * count) / received : null;
    return { reason, count, perMille };
  });
}

/** The share of the time of each month in which the service was well, 0 to 1, the oldest first. */
export type MonthOfService = { month: string; share: number };

/** @param days each finished day with its minutes, and those in which the service was found well */
export function monthsOfService(
  days: readonly { day: IsoDate; minutes: number; well: number }[],
): MonthOfService[] {
  return [...byMonth(days)].map(([month, own]) => {
    const minutes = sum(own.map((day) => day.minutes));
    return { month, share: minutes === 0 ? 1 : Math.min(1, sum(own.map(({ well }) => well)) / minutes) };
  });
}
