import { text } from 'node:stream/consumers';
import { parseISO } from 'date-fns';
import { causeOf, findDatabase } from '@/lib/cli/database';
import { getCalendar, getCalendarOf } from '@/lib/data/court/calendar';
import { regionsOfCourts } from '@/lib/data/court/courts';
import { setDatabase } from '@/lib/data/db/db';
import { DatabaseInUse } from '@/lib/data/db/lock';
import { type CourtCalendar, issueOn, standardCalendar } from '@/lib/domain/court/calendar';
import { readCalendarCopy } from '@/lib/jobs/upkeep/calendar-file';

/** A time with its offset. Without one, the instant would depend on the zone of the machine that reads it. */
const instant = /[T ].*(Z|[+-]\d\d(:?\d\d)?)$/i;
/** Digits beyond the milliseconds could round 16:59:59.9999999 up to 17:00. */
const beyondMilliseconds = /(?<=[.,]\d{3})\d+/;

/**
 * Reads ISO instants from standard input, one a line, and prints for each the date that a claim received then
 * would bear, one a line. A blank line is skipped. A line that is no instant gets an empty line, is named on
 * standard error, and makes the exit code 1. If the calendar cannot be read, nothing is printed and the code
 * is 2.
 * @param args `--office <id>` for the calendar of one office; without it, that which holds in every office
 */
export async function run(args: string[]): Promise<void> {
  const office = officeIn(args);
  if (office === null) return refuse('Usage: issue-date [--office <id>], such as --office barrie');
  const calendar = await courtCalendar(office).catch(tell);
  if (calendar === null) return refuse(`There is no office ${office}.`);
  if (!calendar) return;
  const lines = (await text(process.stdin)).split('\n').map((line) => line.trim());
  const dates = lines.map((line, at) => line && `${dateOf(line, at + 1, calendar)}\n`);
  process.stdout.write(dates.join(''));
}

/** The office that is asked for; undefined for none, null for anything else. */
function officeIn(args: string[]): string | undefined | null {
  if (args.length === 0) return undefined;
  const [flag, office, ...more] = args;
  return flag === '--office' && office && more.length === 0 ? office : null;
}

function refuse(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}

const tell = (error: unknown): void => refuse(`The court's calendar could not be read: ${causeOf(error)}`);

function dateOf(line: string, number: number, calendar: CourtCalendar): string {
  const at = parseISO(line.replace(beyondMilliseconds, '').toUpperCase());
  if (instant.test(line) && !Number.isNaN(at.getTime())) return issueOn(at, calendar);
  process.stderr.write(`Line ${number} is no instant such as 2026-11-24T15:00:00Z.\n`);
  process.exitCode = 1;
  return '';
}

/**
 * The calendar with staff's edits: from the database, if one is available, or, while a server holds the
 * embedded one, from the server's copy. Without a database it is the calendar that the service begins with.
 * @returns null for an office that the database does not know
 * @throws if a database does not answer
 */
async function courtCalendar(office: string | undefined): Promise<CourtCalendar | null> {
  try {
    const database = await findDatabase();
    if (!database) return standardCalendar;
    setDatabase(database);
    return await calendarIn(office).finally(() => database.close());
  } catch (error) {
    if (error instanceof DatabaseInUse) return readCalendarCopy(office);
    throw error;
  }
}

async function calendarIn(office: string | undefined): Promise<CourtCalendar | null> {
  if (office === undefined) return getCalendar();
  return Object.hasOwn(await regionsOfCourts(), office) ? getCalendarOf(office) : null;
}
