import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { env } from '@/lib/env';

/**
 * The files of the embedded service. `files/` holds the bytes as `<key>` beside their record `<key>.json`;
 * `files/incoming/` holds uploads that are still arriving. Only the service's user can read them.
 */

/** Where to tell the app that an upload has arrived, and the message for it. */
export const announcement = z.object({
  metadata: z.record(z.string(), z.unknown()),
  callbackUrl: z.string(),
  callbackSlug: z.string(),
});
export type Announcement = z.output<typeof announcement>;

const storedFile = z.object({
  name: z.string(),
  size: z.number(),
  type: z.string(),
  customId: z.string().nullable(),
  /** MD5 as hex, because the protocol requires it. */
  fileHash: z.string(),
  uploadedAt: z.number(),
  announced: announcement.optional(),
  /** The app's answer to the message. */
  answer: z.object({ data: z.unknown() }).optional(),
});
export type StoredFile = z.output<typeof storedFile>;

/** Keys come from addresses, so only a key that the SDK makes may become the name of a file. */
export function isKey(key: string): boolean {
  return /^[A-Za-z0-9]{40,120}$/.test(key);
}

const folder = () => path.join(env.DATA_DIR, 'files');
export const bytesOf = (key: string) => path.join(folder(), key);
const recordOf = (key: string) => path.join(folder(), `${key}.json`);
const announcementOf = (key: string) => path.join(folder(), 'incoming', `${key}.json`);

/** The path for bytes that are arriving. Makes the folder. */
export async function incoming(name: string): Promise<string> {
  await mkdir(path.join(folder(), 'incoming'), { recursive: true, mode: 0o700 });
  return path.join(folder(), 'incoming', `${name}.part`);
}

async function readJson<T>(file: string, shape: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : shape.parse(JSON.parse(text));
}

/** Writes a new file and renames it, so that neither a reader nor a crash ever meets half of it. */
async function writeJson(file: string, value: unknown): Promise<void> {
  const beside = await incoming(randomUUID());
  await writeFile(beside, JSON.stringify(value), { mode: 0o600, flush: true });
  await rename(beside, file);
}

const findRecord = (key: string) => readJson(recordOf(key), storedFile);

/**
 * A file that has arrived. Its record is written first; the file counts only once the bytes are beside the
 * record.
 */
export async function findFile(key: string): Promise<StoredFile | null> {
  const isThere = await stat(bytesOf(key)).then(
    () => true,
    () => false,
  );
  return isThere ? findRecord(key) : null;
}
export const findAnnouncement = (key: string) => readJson(announcementOf(key), announcement);

/**
 * Records an upload that will come. If one was announced before under the same key, it stays, and this one is
 * refused: false.
 */
export async function announce(key: string, announced: Announcement): Promise<boolean> {
  if ((await findAnnouncement(key)) || (await findFile(key))) return false;
  await writeJson(announcementOf(key), announced);
  return true;
}

async function md5(file: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** A file that was acknowledged must survive a power cut. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Stores a completely received part as the file of this key, durably. */
export async function keepFile(
  key: string,
  part: string,
  about: Pick<StoredFile, 'name' | 'size' | 'type' | 'customId'>,
  now: Date,
): Promise<StoredFile> {
  const announced = (await findAnnouncement(key)) ?? undefined;
  const file = { ...about, fileHash: await md5(part), uploadedAt: now.getTime(), announced };
  await flush(part);
  // The record first: the sweeper could never find bytes without a record.
  await writeJson(recordOf(key), file);
  await rename(part, bytesOf(key));
  await flush(folder());
  await rm(announcementOf(key), { force: true });
  return file;
}

/** Stores the app's answer. */
export async function keepAnswer(key: string, data: unknown): Promise<boolean> {
  const file = await findFile(key);
  if (file) await writeJson(recordOf(key), { ...file, answer: { data } });
  return file !== null;
}

/** Deletes the bytes and their record. @returns whether there were any */
export async function deleteFile(key: string): Promise<boolean> {
  const existed = (await findRecord(key)) !== null;
  await rm(recordOf(key), { force: true });
  await rm(bytesOf(key), { force: true });
  return existed;
}

/** Keys of all stored files, sorted. */
export async function listKeys(): Promise<string[]> {
  const names = await readdir(folder()).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/**
 * The keys of the files that were stored under these ids. Reads every record, so it is only for rare tidying.
 */
export async function keysOf(customIds: readonly string[]): Promise<string[]> {
  const sought = new Set(customIds);
  const found: string[] = [];
  for (const key of await listKeys()) {
    const customId = (await findRecord(key))?.customId;
    if (customId && sought.has(customId)) found.push(key);
  }
  return found;
}

/** Removes what is left in `incoming` of uploads that nobody has gone on with since an instant. */
export async function removeAbandoned(before: Date): Promise<void> {
  const at = path.dirname(await incoming(''));
  for (const name of await readdir(at)) {
    const file = path.join(at, name);
    const seen = await stat(file).catch(() => null);
    if (seen && seen.mtimeMs < before.getTime()) await rm(file, { force: true });
  }
}
