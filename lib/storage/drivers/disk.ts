import { hash, randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Driver, type Kind, WrongStart } from '@/lib/storage/drivers/driver';

/** What arrives while the disk writes is written together; in bytes. */
const writtenAtOnce = 1024 * 1024;

/** A file or folder that was acknowledged must survive a power cut. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Makes a folder that survives a power cut. Only the service's user can look into it. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first) await flush(path.dirname(first));
}

/** Puts a file, whole, in its place. */
async function moveInto(file: string, to: string): Promise<void> {
  await makeFolder(path.dirname(to));
  await rename(file, to);
  await flush(path.dirname(to));
}

/**
 * Two levels of 256 folders, so that no folder grows large; by a hash, because the keys of the SDK begin alike. What is
 * incoming is little and stays together.
 */
export function pathOf(root: string, kind: Kind, name: string): string {
  if (kind === 'incoming') return path.join(root, kind, name);
  const folder = hash('sha256', name);
  return path.join(root, kind, folder.slice(0, 2), folder.slice(2, 4), name);
}

/** Where a file lies that was stored before there were two levels: bytes and record beside each other. */
export function flatPathOf(root: string, kind: Kind, name: string): string | null {
  if (kind === 'bytes') return path.join(root, name);
  return kind === 'records' ? path.join(root, `${name}.json`) : null;
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function* filesBelow(folder: string): AsyncIterable<string[]> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory()) yield* filesBelow(path.join(folder, entry.name));
    else yield [entry.name];
  }
}

/** A file as far as it comes: what waits to be written when it breaks off is written, too. */
function untilBroken(file: AsyncIterable<Uint8Array>) {
  let fault: unknown;
  const taken = async function* () {
    try {
      yield* file;
    } catch (error) {
      fault = error ?? new Error('broke off');
    }
  };
  return { taken, fault: () => fault };
}

async function removeOld(folder: string, before: Date): Promise<void> {
  for await (const { name } of await opendir(folder)) {
    const file = path.join(folder, name);
    const seen = await stat(file).catch(() => null);
    if (seen && seen.mtimeMs < before.getTime()) await rm(file, { force: true });
  }
}

/** A folder of this machine, or one that several machines share. */
export function disk(root: string): Driver {
  const partOf = (upload: string) => path.join(root, 'incoming', `${upload}.part`);
  const arrived = (upload: string) =>
    stat(partOf(upload)).then(
      ({ size }) => size,
      () => 0,
    );

  return {
    arrived,

    async open(kind, name) {
      const [place, flat] = [pathOf(root, kind, name), flatPathOf(root, kind, name)];
      // The first place once more: the file may just be moving there.
      for (const file of flat ? [place, flat, place] : [place])
        if (await isThere(file)) return openAsBlob(file);
      return null;
    },

    async write(kind, name, bytes) {
      const beside = partOf(randomUUID());
      await makeFolder(path.dirname(beside));
      await writeFile(beside, bytes, { mode: 0o600, flush: true });
      await moveInto(beside, pathOf(root, kind, name));
    },

    async remove(kind, name) {
      const flat = flatPathOf(root, kind, name);
      if (flat) await rm(flat, { force: true });
      await rm(pathOf(root, kind, name), { force: true });
    },

    list: (kind) => filesBelow(path.join(root, kind)),

    async append(upload, start, size, file) {
      const part = partOf(upload);
      const before = await arrived(upload);
      if (start > before) throw new WrongStart();
      if (start < before) await truncate(part, start);
      await makeFolder(path.dirname(part));
      const out = createWriteStream(part, { flags: 'a', mode: 0o600, highWaterMark: writtenAtOnce });
      const { taken, fault } = untilBroken(file);
      await pipeline(taken, out);
      if (fault()) throw fault();
      const whole = start + out.bytesWritten;
      if (whole > size) await rm(part, { force: true });
      if (whole === size) {
        await flush(part);
        await moveInto(part, pathOf(root, 'bytes', upload));
      }
      return out.bytesWritten;
    },

    async removeAbandoned(before) {
      await makeFolder(path.join(root, 'incoming'));
      await removeOld(path.join(root, 'incoming'), before);
    },
  };
}
