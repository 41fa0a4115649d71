import { randomBytes, randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const dataDir = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
  process.env.DATA_DIR = `/tmp/store-${process.pid}-${Math.random().toString(36).slice(2)}`;
  return process.env.DATA_DIR;
});

const { storageFetch, utApi } = await import('@/lib/storage/sdk');
const { FileGone, store } = await import('@/lib/storage/store');

// the SDK itself calls functions that it marks as deprecated
beforeAll(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const key = () => ({ customId: randomUUID(), name: 'document.pdf' });

describe('the document store', () => {
  it('gives back the bytes it was given, and keeps two equal files apart', async () => {
    const bytes = new Uint8Array(randomBytes(1_000_000));
    const [first, second] = [await store.put(key(), bytes), await store.put(key(), bytes)];
    expect(first).not.toBe(second);
    for (const stored of [first, second]) expect(Buffer.compare(await store.read(stored), bytes)).toBe(0);
  });

  it('takes a file from disk, of 35 MB as well', async () => {
    const bytes = randomBytes(35 * 1024 * 1024);
    const file = path.join(dataDir, 'large.pdf');
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, bytes);
    const stored = await store.read(await store.put(key(), await openAsBlob(file)));
    expect(Buffer.compare(stored, bytes)).toBe(0);
  });

  it('deletes, once and twice', async () => {
    const [gone, kept] = [await store.put(key(), randomBytes(10)), await store.put(key(), randomBytes(10))];
    await store.delete(gone);
    await store.delete(gone);
    expect(await store.exists(gone)).toBe(false);
    expect(await store.exists(kept)).toBe(true);
    await expect(store.read(gone)).rejects.toThrow(FileGone);
  });

  it('knows nothing under a key it did not make', async () => {
    expect(await store.exists('x'.repeat(48))).toBe(false);
    expect(await store.exists('../auth-secret')).toBe(false);
    await expect(store.read('../auth-secret')).rejects.toThrow(FileGone);
  });

  it('reads only at signed addresses', async () => {
    const { ufsUrl } = await utApi().generateSignedURL(await store.put(key(), randomBytes(10)), {
      expiresIn: 60,
    });
    expect((await storageFetch(ufsUrl)).status).toBe(200);
    expect((await storageFetch(ufsUrl.split('?')[0] ?? '')).status).toBe(403);
    expect((await storageFetch(ufsUrl.replace(/expires=\d/, 'expires=9'))).status).toBe(403);
  });

  it('lists what it holds under our own ids', async () => {
    const about = key();
    const storageKey = await store.put(about, randomBytes(10));
    const { files, hasMore } = await utApi().listFiles({ limit: 500 });
    expect(hasMore).toBe(false);
    expect(files).toContainEqual(
      expect.objectContaining({ key: storageKey, customId: about.customId, size: 10 }),
    );
  });
});
