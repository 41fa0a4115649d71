import { parseArgs } from 'node:util';
import { z } from 'zod';
import { onDatabase } from '@/lib/cli/database';
import { Broken } from '@/lib/cli/register/register-fault';
import { walkedEntries } from '@/lib/cli/register/register-file';
import { type Fenced, fenceRegister } from '@/lib/data/register/fence';
import type { Known } from '@/lib/data/register/missing';
import { FILE_NUMBER } from '@/lib/domain/filing/filing';
import { note, readJournal } from '@/lib/jobs/upkeep/journal';
import { listMissing } from '@/lib/jobs/upkeep/restored';
import { courtNow, systemNow } from '@/lib/services/clock';

/** More than a court gives in the time between two copies of its register. */
const usualMargin = 1000;

const options = z.object({
  margin: z.coerce.number().int('is no whole number').min(1).max(1_000_000).default(usualMargin),
  beyond: z.string().regex(FILE_NUMBER, 'is not of the form CV-26-00000001-0000').optional(),
});

/**
 * `fence [FILE] [--margin N] [--beyond NUMBER]`: compares the database with the journal under DATA_DIR and
 * with a file of the register as it was published (a path or an address), says what is missing, and fences the
 * database off from it. `--beyond` is the highest court file number that anybody knows of. Exits with 1 if
 * the file is broken, and with 2 for wrong options; then nothing is changed.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { margin: { type: 'string' }, beyond: { type: 'string' } },
  });
  const { data, error } = options.safeParse(values);
  if (!data) {
    const wrong = error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}\n`);
    process.stderr.write(wrong.join(''));
    process.exitCode = 2;
    return;
  }
  const times = { now: systemNow(), courtNow: courtNow() };
  try {
    const fenced = await onDatabase(() =>
      fenceRegister(allKnown(positionals[0], data.beyond), data.margin, times),
    );
    tell(fenced);
    if (fenced.gap) await note({ entry: fenced.gap.entry, hash: fenced.gap.hash });
  } catch (failure) {
    if (!(failure instanceof Broken)) throw failure;
    say(`The file is no register as the court published it: ${failure.message}. Nothing was changed.`);
    process.exitCode = 1;
  }
}

const say = (words: string) => process.stdout.write(`${words}\n`);

async function* allKnown(file?: string, beyond?: string): AsyncGenerator<Known> {
  if (file) yield* knownBy(file);
  yield* readJournal();
  if (beyond) yield { upTo: beyond };
}

async function* knownBy(file: string): AsyncGenerator<Known> {
  for await (const { entry, hash, ...told } of walkedEntries(file)) {
    if (told.kind !== 'gap') {
      const fact = { entry, hash, reference: told.reference };
      // The number of a later document, or of a correction, is that of the claim before it.
      const isOwn = told.fileNumber !== null && !['filed', 'amended', 'corrected'].includes(told.kind);
      yield isOwn ? { ...fact, fileNumber: told.fileNumber ?? undefined } : fact;
      continue;
    }
    yield { entry, hash };
    for (const { last } of told.numbers) yield { upTo: last };
  }
}

function tell({ missing, gap }: Fenced): void {
  for (const line of listMissing(missing, Number.POSITIVE_INFINITY)) say(line);
  for (const number of missing.twice) say(`court file number ${number} was given to two filings`);
  if (gap) tellGap(gap);
  else say('Nothing is missing that the register does not state. Nothing was changed.');
}

function tellGap({ numbers, entry, hash }: NonNullable<Fenced['gap']>): void {
  for (const { first, last } of numbers) say(`Court file numbers ${first} to ${last} will not be given.`);
  say(`Entry ${entry} of the register states the gap. Its root is ${hash}.`);
}
