import { text } from 'node:stream/consumers';
import { issueOn, standardCalendar } from '@/lib/domain/calendar';

/** Prints for each ISO instant on standard input the date that a claim received then would bear. */
export async function run(): Promise<void> {
  const lines = (await text(process.stdin)).split('\n').filter(Boolean);
  for (const line of lines) process.stdout.write(`${issueOn(new Date(line), standardCalendar)}\n`);
}
