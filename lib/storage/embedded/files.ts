import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Driver, Kind } from '@/lib/storage/drivers/driver';
import { driver } from '@/lib/storage/drivers/here';

/**
 * The files of the embedded service, in the place of its driver. A file's record is written last: what has a record is
 * whole. An entry under the app's own id is written before they are, so that what no record names can be found and deleted.
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
  /** Because the protocol requires it: SHA-256 as hex; of older files MD5. Nobody reads it. */
  fileHash: z.string(),
  uploadedAt: z.number(),
  /** The name of the bytes: that of the upload which brought them. Older files lie under their key. */
  bytes: z.string().optional(),
  announced: announcement.optional(),
  /** The app's answer to the message. */
  answer: z.object({ data: z.unknown() }).optional(),
});
export type StoredFile = z.output<typeof storedFile>;
/** What an upload's address says of its file. */
export type AboutFile = Pick<StoredFile, 'name' | 'size' | 'type' | 'customId'>;

const idEntry = z.object({ key: z.string(), bytes: z.string() });

/** Keys come from addresses, so only a key that the SDK makes may become the name of a file. */
export function isKey(key: string): boolean {
  return /^[A-Za-z0-9]{40,120}$/.test(key);
}

/** An id may hold any characters. */
const idName = (customId: string) => hash('sha256', customId);
const announcementOf = (key: string) => `${key}.json`;
/** Under which name the driver has the bytes of a file. */
export const bytesNameOf = (key: string, file: StoredFile) => file.bytes ?? key;

async function readJson<T>(kind: Kind, name: string, shape: z.ZodType<T>, from?: Driver): Promise<T | null> {
  const found = await (from ?? (await driver())).open(kind, name);
  return found && shape.parse(JSON.parse(await found.text()));
}

async function writeJson(kind: Kind, name: string, value: unknown, to?: Driver): Promise<void> {
  await (to ?? (await driver())).write(kind, name, Buffer.from(JSON.stringify(value)));
}

/** A file that has arrived. */
export const findFile = (key: string, from?: Driver) => readJson('records', key, storedFile, from);
export const findAnnouncement = (key: string) => readJson('incoming', announcementOf(key), announcement);

/** The bytes of a file; null if they are lost. */
export async function openFile(key: string, file: StoredFile, from?: Driver): Promise<Blob | null> {
  return (from ?? (await driver())).open('bytes', bytesNameOf(key, file));
}

/**
 * Records an upload that will come. If one was announced before under the same key, it stays, and this one is
 * refused: false.
 */
export async function announce(key: string, announced: Announcement): Promise<boolean> {
  if ((await findAnnouncement(key)) || (await findFile(key))) return false;
  await writeJson('incoming', announcementOf(key), announced);
  return true;
}

/** Notes, before the last of them arrives, under which id the bytes of a file will come. */
export async function noteId(
  key: string,
  bytes: string,
  customId: string | null,
  to?: Driver,
): Promise<void> {
  if (customId) await writeJson('ids', idName(customId), { key, bytes }, to);
}

/** Records a file whose bytes are there, whole. */
export async function keepFile(key: string, file: StoredFile, to?: Driver): Promise<void> {
  await writeJson('records', key, file, to);
  if (file.announced) await (to ?? (await driver())).remove('incoming', announcementOf(key));
}

/** Stores the app's answer. */
export async function keepAnswer(key: string, data: unknown): Promise<boolean> {
  const file = await findFile(key);
  if (file) await writeJson('records', key, { ...file, answer: { data } });
  return file !== null;
}

/** Deletes the bytes, their record and their id; again, where it was interrupted. @returns whether there was a file */
export async function deleteFile(key: string): Promise<boolean> {
  const file = await findFile(key);
  if (!file) return false;
  const place = await driver();
  await place.remove('bytes', bytesNameOf(key, file));
  await place.remove('records', key);
  if (file.customId) await place.remove('ids', idName(file.customId));
  return true;
}

/** Deletes what was stored under an id of the app, whole or not. @returns whether there was an entry */
export async function deleteById(customId: string): Promise<boolean> {
  const entry = await readJson('ids', idName(customId), idEntry);
  if (!entry) return false;
  const place = await driver();
  await place.remove('bytes', entry.bytes);
  const file = await findFile(entry.key);
  // Keys have 30 bits: the record may be that of another file.
  if (file?.customId === customId) await place.remove('records', entry.key);
  await place.remove('ids', idName(customId));
  return true;
}

/** The keys of all stored files, some at a time, in any order. */
export async function* listKeys(from?: Driver): AsyncIterable<string[]> {
  yield* (from ?? (await driver())).list('records');
}
