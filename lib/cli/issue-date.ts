import { text } from 'node:stream/consumers';
import { parseISO } from 'date-fns';
import { findDatabase } from '@/lib/cli/database';
import { getCalendar } from '@/lib/data/calendar';
import { setDatabase } from '@/lib/data/db';
import { type CourtCalendar, issueOn, standardCalendar } from '@/lib/domain/calendar';

/** A time with its offset: without one it is an instant only by the zone of the machine that reads it. */
const instant = /[T ].*(Z|[+-]\d\d(:?\d\d)?)$/i;
/** What follows the milliseconds could round 16:59:59.9999999 up to 17:00. */
const beyondMilliseconds = /(?<=[.,]\d{3})\d+/;

/**
 * Prints for each ISO instant on standard input, one a line, the date that a claim received then would bear, one
 * a line. A blank line is skipped; one that is no instant gets an empty line, is named on standard error, and
 * makes the exit code 1.
 */
export async function run(): Promise<void> {
  const calendar = await courtCalendar();
  const lines = (await text(process.stdin)).split('\n').map((line) => line.trim());
  const dates = lines.map((line, at) => line && `${dateOf(line, at + 1, calendar)}\n`);
  process.stdout.write(dates.join(''));
}

function dateOf(line: string, number: number, calendar: CourtCalendar): string {
  const at = parseISO(line.replace(beyondMilliseconds, '').toUpperCase());
  if (instant.test(line) && !Number.isNaN(at.getTime())) return issueOn(at, calendar);
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
