import { text } from 'node:stream/consumers';
import { findDatabase } from '@/lib/cli/database';
import { getCalendar } from '@/lib/data/calendar';
import { setDatabase } from '@/lib/data/db';
import { type CourtCalendar, issueOn, standardCalendar } from '@/lib/domain/calendar';

/**
 * Prints for each ISO instant on standard input, one a line, the date that a claim received then would bear, one a
 * line. A line that is no instant gets an empty line, and is named on standard error.
 */
export async function run(): Promise<void> {
  const calendar = await courtCalendar();
  const lines = (await text(process.stdin)).split('\n').map((line) => line.trim());
  if (lines.at(-1) === '') lines.pop();
  const dates = lines.map((line, at) => dateOf(line, at + 1, calendar));
  process.stdout.write(dates.map((date) => `${date}\n`).join(''));
}

function dateOf(line: string, number: number, calendar: CourtCalendar): string {
  const at = new Date(line);
  if (line && !Number.isNaN(at.getTime())) return issueOn(at, calendar);
  process.stderr.write(`Line ${number} is no instant such as 2026-11-24T15:00:00Z.\n`);
  process.exitCode = 1;
  return '';
}

/** The calendar as staff keep it where a database is at hand that answers, else the one the service begins with. */
async function courtCalendar(): Promise<CourtCalendar> {
  const database = await findDatabase().catch(() => undefined);
  if (!database) return standardCalendar;
  setDatabase(database);
  return getCalendar()
    .catch(() => standardCalendar)
    .finally(() => database.close());
}
