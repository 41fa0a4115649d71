import { parseArgs } from 'node:util';
import { onFoundDatabase } from '@/lib/cli/database';
import { Broken } from '@/lib/cli/register/register-fault';
import { walkFile } from '@/lib/cli/register/register-file';
import { walkTables } from '@/lib/cli/register/register-tables';
import { isUuid } from '@/lib/data/db/uuid';
import type { GapEntry } from '@/lib/domain/register/register';
import type { RegisterWalk } from '@/lib/domain/register/register-walk';
import { checkFiles } from '@/lib/jobs/upkeep/check-files';

/**
 * `verify-register [FILE] [--root HASH]`: walks the register in a published file, or of the database, to its
 * end. With a root that somebody kept, also says whether an entry has it. `verify-register --files [--after ID]`
 * then compares every stored file with its row, from the version after ID on.
 */
export async function run(args: string[]): Promise<void> {
  const options = {
    root: { type: 'string' },
    files: { type: 'boolean' },
    after: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const sought = values.root?.toLowerCase();
  if (sought !== undefined && !/^[0-9a-f]{64}$/.test(sought)) {
    process.stderr.write('--root is not a hash of 64 hexadecimal digits\n');
    process.exitCode = 2;
    return;
  }
  const [file] = positionals;
  if ((values.files && file) || (values.after && !(values.files && isUuid(values.after)))) {
    process.stderr.write('--files is for the database, and --after goes with it and names a version\n');
    process.exitCode = 2;
    return;
  }
  try {
    const walk = file ? await walkFile(file, sought) : await walkDatabase(sought);
    say(`${walk.count} entries, root ${walk.root}`);
    for (const gap of walk.gaps) sayGap(gap);
    if (file) sayLimits(walk);
    if (sought) tellFound(walk, sought);
    if (values.files) await onFoundDatabase(() => tellFiles(values.after));
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

const say = (words: string) => process.stdout.write(`${words}\n`);

/** A gap is no fault: the court stated what a restored database lacks. */
function sayGap({ entry, lost, numbers, filings }: GapEntry): void {
  const closed = numbers.map(({ first, last }) => `court file numbers ${first} to ${last}`);
  const entries = lost ? [`entries ${lost.first} to ${lost.last}, root ${lost.root}`] : [];
  say(
    `Entry ${entry} states a gap: ${[...entries, ...closed, ...filings.map((each) => `filing ${each}`)].join('; ')}.`,
  );
}

/** A file alone cannot show whether entries are missing at its ends. */
function sayLimits({ start }: RegisterWalk): void {
  say(
    'Compare both with what the court publishes: entries that were taken off the end leave no trace in a file.',
  );
  if (start.entry === 0) return;
  say(`Checked from entry ${start.entry + 1} on, after root ${start.hash} alone:`);
  say('compare that with the root that the court publishes for the last day before.');
}

function tellFound({ start, foundAt, lostIn }: RegisterWalk, sought: string): void {
  if (foundAt === undefined && !lostIn?.lost) throw new Broken(`No entry has the root ${sought}.`);
  if (foundAt === undefined)
    say(`Entry ${lostIn?.lost?.last} had the root ${sought} and is lost: entry ${lostIn?.entry} says so.`);
  else if (foundAt === start.entry) say(`Entry ${foundAt + 1} follows the root ${sought}.`);
  else say(`Entry ${foundAt} has the root ${sought}.`);
}

/** Files between two lines that say from where to go on. */
const progressEvery = 100;

/** Names each file that is missing or differs. Standard error says how far the check has come. */
async function tellFiles(after?: string): Promise<void> {
  const counts = { checked: 0, faulty: 0 };
  for await (const { version, fault } of checkFiles(after)) {
    counts.checked += 1;
    if (fault) {
      counts.faulty += 1;
      say(`The file of version ${version.id}, ${version.reference ?? 'of a draft'}, ${faultWords[fault]}.`);
    }
    if (fault || counts.checked % progressEvery === 0)
      process.stderr.write(`${counts.checked} files so far; to go on from here: --after ${version.id}\n`);
  }
  say(`${counts.checked} files were compared with their rows.`);
  if (counts.faulty > 0) throw new Broken(`${counts.faulty} files are missing or differ`);
}

const faultWords = { missing: 'is missing', differs: 'is not the one that was stored' };

const walkDatabase = (sought?: string) => onFoundDatabase(() => walkTables(sought), 'name a file, or ');
