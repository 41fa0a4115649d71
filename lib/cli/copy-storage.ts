import { hash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { NewKeys } from '@/lib/cli/copy-storage-keys';
import { onFoundDatabase } from '@/lib/cli/database';
import { isNamed, listNamedFiles, type NamedFile, renameFiles } from '@/lib/data/filing/stored-files';
import { openPlace, type Place, placeNames, StoredDiffers } from '@/lib/storage/places';

const options = z
  .object({ from: z.enum(placeNames), to: z.enum(placeNames), switch: z.boolean().default(false) })
  .refine(({ from, to }) => from !== to)
  .refine((asked) => !asked.switch || asked.to === 'uploadthing');

const usage =
  'copy-storage --from disk|s3|uploadthing --to disk|s3|uploadthing [--switch, to uploadthing alone]\n';

/** So many files are under way at once. */
const atOnce = 4;

type Outcome = 'copied' | 'there already' | 'deleted meanwhile' | 'lost' | 'damaged' | 'not stored';
const bad: Outcome[] = ['lost', 'damaged', 'not stored'];

/**
 * `copy-storage --from disk --to s3` copies every file that a row names, compares its hash with that row's before and
 * after, and leaves the source as it is. What is there already is not copied again, so it goes on where it was
 * interrupted. A file that cannot be copied is named, and the exit code is 1. UploadThing gives files keys of its own:
 * they are remembered under DATA_DIR, and `--switch` enters them into the rows once everything is copied.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { from: { type: 'string' }, to: { type: 'string' }, switch: { type: 'boolean' } },
  });
  const asked = options.safeParse(values);
  if (!asked.success) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  await onFoundDatabase(() => copyAsked(asked.data));
}

async function copyAsked(asked: z.output<typeof options>): Promise<void> {
  const [from, to] = [await openPlace(asked.from), await openPlace(asked.to)];
  const keys = asked.to === 'uploadthing' ? await NewKeys.open() : undefined;
  const counts = await copyAll(from, to, keys);
  const told = [...counts].sort().map(([outcome, count]) => `${count} ${outcome}`);
  process.stdout.write(`${told.join(', ') || 'no files'}\n`);
  if (bad.some((outcome) => counts.has(outcome))) process.exitCode = 1;
  else if (asked.switch && keys) await renameFiles(keys.all());
}

async function copyAll(from: Place, to: Place, keys: NewKeys | undefined): Promise<Map<Outcome, number>> {
  const counts = new Map<Outcome, number>();
  const copyNext = async (left: Iterator<NamedFile>) => {
    for (let next = left.next(); !next.done; next = left.next()) {
      const outcome = await copyFile(next.value, { from, to, keys });
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (bad.includes(outcome)) process.stderr.write(`${next.value.storageKey}: ${outcome}\n`);
    }
  };
  for await (const files of listNamedFiles()) {
    const left = files.values();
    await Promise.all(Array.from({ length: atOnce }, () => copyNext(left)));
  }
  return counts;
}

type Copying = { from: Place; to: Place; keys: NewKeys | undefined };

async function copyFile({ storageKey, sha256 }: NamedFile, { from, to, keys }: Copying): Promise<Outcome> {
  if (keys ? keys.has(storageKey) : await to.has(storageKey)) return 'there already';
  const isRight = (bytes: Uint8Array) => hash('sha256', bytes) === sha256;
  try {
    const bytes = await from.read(storageKey);
    if (!bytes) return (await isNamed(storageKey)) ? 'lost' : 'deleted meanwhile';
    if (!isRight(bytes)) return 'damaged';
    const key = await to.put(storageKey, bytes, isRight);
    await keys?.add(storageKey, key);
    return 'copied';
  } catch (error) {
    const words = error instanceof StoredDiffers ? error.message : String(error);
    process.stderr.write(`${words}\n`);
    return 'not stored';
  }
}
