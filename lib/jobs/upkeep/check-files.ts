import { createHash, randomUUID } from 'node:crypto';
import type { FileFault } from '@/lib/data/db/schema/document';
import {
  failedChecks,
  isVersionThere,
  keepFileFault,
  listVersionsAfter,
  type StoredVersion,
} from '@/lib/data/register/stored-files';
import { courtDay } from '@/lib/domain/court/calendar';
import { log } from '@/lib/log';
import { FileGone, store } from '@/lib/storage/store';

/** Rows that are read at once. */
const atOnce = 500;
/** Files that a night's sample reads. */
const sampleSize = 200;

/**
 * Compares the file of a stored version with its row, by size and SHA-256. It reads the file whole, so that
 * whoever checks one after the other needs memory for one.
 * @returns what is wrong, or null
 * @throws if storage does not answer, which says nothing about the file
 */
async function checkFile(version: StoredVersion): Promise<FileFault | null> {
  const bytes = await store.read(version.storageKey).catch((error: unknown) => {
    if (error instanceof FileGone) return null;
    throw error;
  });
  if (!bytes) return (await isVersionThere(version)) ? 'missing' : null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return bytes.length === version.size && sha256 === version.sha256 ? null : 'differs';
}

/** Checks every stored version in the order of the ids. @param after the id of the version to go on after */
export async function* checkFiles(
  after = '',
): AsyncGenerator<{ version: StoredVersion; fault: FileFault | null }> {
  for (let last = after; ; ) {
    const some = await listVersionsAfter(last, atOnce);
    for (const version of some) yield { version, fault: await checkFile(version) };
    const end = some.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/**
 * Checks some files, from a random one on, and those that failed before. What is wrong is kept for
 * `failedChecks` and logged as an error that names no person.
 */
export async function checkSample(now: Date, stopping?: AbortSignal, most = sampleSize): Promise<void> {
  const some = await listVersionsAfter(randomUUID(), most);
  const first = some.length < most ? await listVersionsAfter('', most - some.length) : [];
  const sample = new Map(
    [...(await failedChecks()), ...some, ...first].map((version) => [version.id, version]),
  );
  for (const version of sample.values()) {
    if (stopping?.aborted) return;
    await keepFileFault(version, await checkFile(version), now);
  }
  const failed = await failedChecks();
  if (failed.length > 0)
    log.error(
      { files: failed.length, versions: failed.slice(0, 10).map(({ id, fault }) => `${id} ${fault}`) },
      'stored files are missing or differ from their rows',
    );
}

/** The Toronto day on which this process last took its sample. */
let sampledOn: string | undefined;

/** Takes the sample once a night: with the first round after midnight in Toronto. */
export async function checkNightly(now: Date, stopping: AbortSignal): Promise<void> {
  const today = courtDay(now);
  if (sampledOn === today) return;
  await checkSample(now, stopping);
  sampledOn = today;
}
