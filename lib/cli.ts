import { text } from 'node:stream/consumers';
import { issueOn } from '@/lib/domain/calendar';

/** The operator's command line: `npm run -s court -- <verb>`. One line of output for each line of input. */

/** Prints for each ISO instant on standard input the date that a claim received then would bear. */
async function printIssueDates(): Promise<void> {
  const lines = (await text(process.stdin)).split('\n').filter(Boolean);
  for (const line of lines) process.stdout.write(`${issueOn(new Date(line))}\n`);
}

const verbs: Record<string, () => Promise<void>> = { 'issue-date': printIssueDates };

const verb = verbs[process.argv[2] ?? ''];
if (verb) await verb();
else {
  process.stderr.write(`Usage: npm run -s court -- <verb>\nVerbs: ${Object.keys(verbs).join(', ')}\n`);
  process.exitCode = 2;
}
