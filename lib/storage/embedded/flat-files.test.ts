import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const dataDir = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
  process.env.DATA_DIR = `/tmp/flat-${process.pid}-${Math.random().toString(36).slice(2)}`;
  return process.env.DATA_DIR;
});

const { store } = await import('@/lib/storage/store');
const { keepAnswer, findFile } = await import('@/lib/storage/embedded/files');
const { moveFlatFiles } = await import('@/lib/storage/embedded/flat-files');
const { tidyStorage } = await import('@/lib/storage/upkeep');

const root = path.join(dataDir, 'files');
const flatNames = () => readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile());

// the SDK itself calls functions that it marks as deprecated
beforeAll(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** A file as versions before the folders of two levels stored it. */
async function flatFile() {
  const [key, customId, bytes] = [randomBytes(24).toString('hex'), randomUUID(), randomBytes(1_000)];
  const record = {
    name: 'claim.pdf',
    size: 1_000,
    type: 'application/pdf',
    customId,
    fileHash: '',
    uploadedAt: 0,
  };
  await mkdir(root, { recursive: true });
  await writeFile(path.join(root, key), bytes);
  await writeFile(path.join(root, `${key}.json`), JSON.stringify(record));
  return { key, customId, bytes };
}

const isStored = async ({ key, bytes }: { key: string; bytes: Buffer }) =>
  Buffer.compare(await store.read(key), bytes) === 0;

it('reads and deletes a file that older versions stored, before it is moved', async () => {
  const [kept, gone] = [await flatFile(), await flatFile()];
  expect(await isStored(kept)).toBe(true);
  await store.delete(gone.key);
  expect(await store.exists(gone.key)).toBe(false);
  expect(await isStored(kept)).toBe(true);
});

it('moves them all with the first sweep, and loses none while they are read', async () => {
  const files = await Promise.all(Array.from({ length: 200 }, flatFile));
  const moved = tidyStorage(new Date(0));
  while (flatNames().length > 0)
    for (const file of files.slice(0, 20)) expect(await isStored(file)).toBe(true);
  await moved;
  for (const file of files) expect(await isStored(file)).toBe(true);
  expect(flatNames()).toEqual([]);
});

it('finds a moved file under the id that the app gave it', async () => {
  const [abandoned, kept] = [await flatFile(), await flatFile()];
  await tidyStorage(new Date(0));
  await store.deleteByCustomId([abandoned.customId]);
  expect(await store.exists(abandoned.key)).toBe(false);
  expect(await isStored(kept)).toBe(true);
});

it('goes on where a move was interrupted, and leaves alone what is newer or not its own', async () => {
  const [half, changed] = [await flatFile(), await flatFile()];
  await keepAnswer(changed.key, { told: true });
  await writeFile(path.join(root, 'notes.txt'), 'of the operator');
  await Promise.all([moveFlatFiles(root), moveFlatFiles(root)]);
  await moveFlatFiles(root);
  expect(await isStored(half)).toBe(true);
  expect(await findFile(changed.key)).toMatchObject({ answer: { data: { told: true } } });
  expect(existsSync(path.join(root, 'notes.txt'))).toBe(true);
  expect(flatNames()).toHaveLength(1);
});
