import { asc, max } from 'drizzle-orm';
import { readingDb } from '@/lib/data/db/db';
import { filingDays } from '@/lib/data/db/schema/health';
import { listServiceDays } from '@/lib/data/health/service-days';
import { addDays, type IsoDate, startOfDay } from '@/lib/domain/court/day';
import { monthOf, monthsOfService, tellableMonths, tellableReasons } from '@/lib/domain/health/statistics';

/** Months that are told of: as many as a page can show. */
const mostMonths = 24;
const yearMonths = 12;

const minutesBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 60_000);

/** Every day from the first that was noted on; one without a row had no well minute. */
async function daysOfService(until: IsoDate) {
  const noted = new Map((await listServiceDays(until)).map((row) => [row.day, row]));
  const first = noted.values().next().value;
  const days: { day: IsoDate; minutes: number; well: number }[] = [];
  for (let day = first?.day; day && day <= until; day = addDays(day, 1)) {
    const begin = day === first?.day ? first.firstAt : startOfDay(day);
    const minutes = minutesBetween(begin, startOfDay(addDays(day, 1)));
    days.push({ day, minutes, well: noted.get(day)?.wellMinutes ?? 0 });
  }
  return days;
}

/**
 * The public statistics up to the last day that was counted. Numbers too small to be told are left out
 * (lib/domain/health/statistics.ts). `until` is null before the first finished day.
 */
export async function readStatistics() {
  const reading = await readingDb();
  const [newest] = await reading.select({ day: max(filingDays.day) }).from(filingDays);
  const until = newest?.day ?? null;
  if (!until) return { until, months: [], reasons: [], service: [] };
  const days = await reading.select().from(filingDays).orderBy(asc(filingDays.day));
  const running = monthOf(addDays(until, 1));
  const ended = days.filter(({ day }) => monthOf(day) < running);
  const lastYear = new Set([...new Set(ended.map(({ day }) => monthOf(day)))].slice(-yearMonths));
  return {
    until,
    months: tellableMonths(days, running).slice(-mostMonths),
    reasons: tellableReasons(ended.filter(({ day }) => lastYear.has(monthOf(day)))),
    service: monthsOfService(await daysOfService(until)).slice(-mostMonths),
  };
}
export type Statistics = Awaited<ReturnType<typeof readStatistics>>;
