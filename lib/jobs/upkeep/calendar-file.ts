import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getAllClosures } from '@/lib/data/court/calendar';
import { regionsOfCourts } from '@/lib/data/court/courts';
import { database } from '@/lib/data/db/db';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import type { Closure } from '@/lib/domain/court/closure';
import type { Region } from '@/lib/domain/court/court';
import { env } from '@/lib/env';

/**
 * A copy of the court's calendar beside the embedded database, which no other process can read while a server
 * has it open. Only the command line uses it.
 */
const fileIn = (dataDir: string) => path.join(dataDir, 'calendar.json');

/** Every closure, also of some offices alone, and the region of each office. */
type CalendarCopy = { calendar: CourtCalendar; regions: Record<string, Region> };

/** Writes the copy again: when the database is opened, and whenever staff change the calendar. */
export async function copyCalendar(dataDir = env.DATA_DIR): Promise<void> {
  if (database().kind !== 'embedded') return;
  const copy: CalendarCopy = { calendar: await getAllClosures(), regions: await regionsOfCourts() };
  writeFileSync(fileIn(dataDir), JSON.stringify(copy), { mode: 0o600 });
}

/**
 * The calendar as it was last copied: that of an office, or that which holds in every office.
 * @returns null for an unknown office
 * @throws if there is no copy
 */
export function readCalendarCopy(office?: string): CourtCalendar | null {
  const { calendar, regions } = JSON.parse(readFileSync(fileIn(env.DATA_DIR), 'utf8')) as CalendarCopy;
  const region = office && regions[office];
  if (office && !region) return null;
  const holds = ({ where }: Closure) =>
    !where || ('office' in where ? where.office === office : where.region === region);
  return { ...calendar, closures: calendar.closures.filter(holds) };
}
