import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { getCalendar } from '@/lib/data/court/calendar';
import { database } from '@/lib/data/db/db';
import type { CourtCalendar } from '@/lib/domain/court/calendar';
import { env } from '@/lib/env';

/**
 * A copy of the court's calendar beside the embedded database, which no other process can read while a server
 * has it open. Only the command line uses it.
 */
const fileIn = (dataDir: string) => path.join(dataDir, 'calendar.json');

/** Writes the copy again: when the database is opened, and whenever staff change the calendar. */
export async function copyCalendar(dataDir = env.DATA_DIR): Promise<void> {
  if (database().kind !== 'embedded') return;
  writeFileSync(fileIn(dataDir), JSON.stringify(await getCalendar()), { mode: 0o600 });
}

/** The calendar as it was last copied. @throws if there is no copy */
export function readCalendarCopy(): CourtCalendar {
  return JSON.parse(readFileSync(fileIn(env.DATA_DIR), 'utf8')) as CourtCalendar;
}
