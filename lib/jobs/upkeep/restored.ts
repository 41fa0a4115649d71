import { db } from '@/lib/data/db/db';
import { findMissing, isWhole, type Missing } from '@/lib/data/register/missing';
import { journalFolder, readJournal } from '@/lib/jobs/upkeep/journal';

/** Days of the journal that a start reads. A fence reads all. */
const days = 30;

/**
 * Refuses a database that is older than what this service has published from it, before anything is written:
 * its next claim would bear a number that another claim bears.
 * @throws with what is missing and how to go on
 */
export async function refuseRestored(): Promise<void> {
  const missing = await findMissing(db(), readJournal(days));
  if (!isWhole(missing)) throw new Error(refusal(missing));
}

const refusal = (
  missing: Missing,
) => `The database is older than what was published from it: it was restored, or it is another one.
${listMissing(missing)
  .map((line) => `  ${line}`)
  .join('\n')}
Its next claims would bear court file numbers that other claims bear. To go on with it:
  npm run -s court -- fence FILE
where FILE is the register as it was last published (/api/register), if anybody has it. docs/operations.md says more.
If this database begins a court of its own, give it a DATA_DIR of its own, or move ${journalFolder()} away.`;

/** What is missing, one fact a line; of many numbers or filings the first `most` and how many there are. */
export function listMissing({ lost, numbers, highest, filings }: Missing, most = 5): string[] {
  const some = (what: string, names: string[]) => {
    const named = names.slice(0, most).map((name) => `${what} ${name} is missing`);
    return names.length > most ? [...named, `and ${names.length - most} more`] : named;
  };
  return [
    ...(lost ? [`entries ${lost.first} to ${lost.last} of the register are missing, root ${lost.root}`] : []),
    ...some('court file number', numbers),
    ...highest.map(({ year, sequence }) => `the numbers of ${year} are known up to ${sequence}`),
    ...some('filing', filings),
  ];
}
