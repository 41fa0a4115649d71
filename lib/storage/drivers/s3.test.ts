import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startS3Faults } from '@/lib/testing/storage/s3-faults';
import { startSwift, wantSwift } from '@/lib/testing/storage/swift';

const swift = wantSwift() ? await startSwift() : undefined;
const faults = swift && (await startS3Faults(swift.env.S3_ENDPOINT));
const dataDir = `/tmp/s3-${process.pid}-${randomUUID()}`;
Object.assign(process.env, {
  ...swift?.env,
  S3_ENDPOINT: faults?.url,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'silent',
});
if (swift) process.env.STORAGE = 's3';

/** Loads the service anew, as on another machine: nothing is shared but what S3 keeps. */
async function machine() {
  vi.resetModules();
  const { store, FileGone } = await import('@/lib/storage/store');
  const { tidyStorage } = await import('@/lib/storage/upkeep');
  const { s3Client } = await import('@/lib/storage/drivers/s3-client');
  const { s3 } = await import('@/lib/storage/drivers/s3');
  const { listKeys } = await import('@/lib/storage/embedded/files');
  const web = await import('@/lib/testing/storage/storage');
  return { store, FileGone, tidyStorage, s3Client, s3, listKeys, ...web };
}

const MB = 1024 * 1024;
const key = () => ({ customId: randomUUID(), name: 'document.pdf' });
const bytesOf = async (file: Blob) => Buffer.from(await file.arrayBuffer());

// the SDK itself calls functions that it marks as deprecated
beforeAll(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterAll(async () => {
  await faults?.close();
  await swift?.stop();
});

describe.skipIf(!swift)('storage in S3', () => {
  let here: Awaited<ReturnType<typeof machine>>;
  beforeAll(async () => {
    here = await machine();
    await here.s3Client().send(new CreateBucketCommand({ Bucket: swift?.env.S3_BUCKET }));
  });

  it('gives back at one machine what another stored, of one part and of several, and keeps none of it on disk', async () => {
    const there = await machine();
    for (const size of [10, 5 * MB, 5 * MB + 1, 35 * MB]) {
      const bytes = randomBytes(size);
      expect(Buffer.compare(await there.store.read(await here.store.put(key(), bytes)), bytes)).toBe(0);
    }
    expect(existsSync(path.join(dataDir, 'files'))).toBe(false);
  });

  it('deletes by key and by id, once and twice, and nothing else', async () => {
    const about = key();
    const [byKey, byId, kept] = [
      await here.store.put(key(), randomBytes(10)),
      await here.store.put(about, randomBytes(6 * MB)),
      await here.store.put(key(), randomBytes(10)),
    ];
    for (let times = 0; times < 2; times += 1) {
      await here.store.delete(byKey);
      await here.store.deleteByCustomId([about.customId, randomUUID()]);
    }
    await expect(here.store.read(byKey)).rejects.toThrow(here.FileGone);
    expect(await Promise.all([byKey, byId, kept].map(here.store.exists))).toEqual([false, false, true]);
    const keys: string[] = [];
    for await (const some of here.listKeys()) keys.push(...some);
    expect(keys).toContain(kept);
    expect(keys).not.toContain(byId);
  });

  it('goes on at another machine with an upload that broke off, from its last whole part', async () => {
    const there = await machine();
    const file = here.randomFile(17 * MB);
    const { url, key: storageKey, customId } = await here.presign(file);
    expect((await here.putCut(url, file, 12 * MB, 'breaks')).status).toBe(400);
    const start = await there.arrived(url);
    expect(start).toBe(10 * MB);
    expect((await there.put(url, file, start + 1)).status).toBe(416);
    expect((await there.put(url, file, 15 * MB)).status).toBe(416);
    const answer = await there.put(url, file, start);
    expect(await answer.json()).toMatchObject({ serverData: { customId } });
    expect(there.heard.files).toHaveLength(1);
    expect(Buffer.compare(await here.store.read(storageKey), await bytesOf(file))).toBe(0);
    expect((await here.put(url, file)).status).toBe(200);
    expect(await here.arrived(url)).toBe(17 * MB);
  });

  it('takes an upload that two machines receive at once, whole and once', async () => {
    const there = await machine();
    const file = here.randomFile(16 * MB);
    const { url, key: storageKey } = await here.presign(file);
    await Promise.all([here.put(url, file), there.put(url, file)]);
    expect((await there.put(url, file)).status).toBe(200);
    expect(Buffer.compare(await here.store.read(storageKey), await bytesOf(file))).toBe(0);
  });

  it('refuses bytes beyond those that were signed, and too few', async () => {
    for (const size of [1_000, 6 * MB]) {
      const { url, key: storageKey } = await here.presign(here.randomFile(size));
      expect((await here.put(url, here.randomFile(size + 1))).status).toBe(413);
      expect((await here.put(url, here.randomFile(size - 1))).status).toBe(400);
      expect(await here.store.exists(storageKey)).toBe(false);
    }
  });

  it('removes abandoned uploads and their announcements, and none under way', async () => {
    const file = here.randomFile(8 * MB);
    const { url } = await here.presign(file);
    await here.putCut(url, file, 6 * MB, 'breaks');
    await here.tidyStorage(new Date(Date.now() - 3_600_000));
    expect(await here.arrived(url)).toBe(5 * MB);
    await here.tidyStorage(new Date(Date.now() + 3_600_000));
    expect(await here.arrived(url)).toBe(0);
    expect((await here.put(url, file)).status).toBe(404);
  });

  it('goes through 500s, lost connections, lost answers and answers cut short', async () => {
    const bytes = randomBytes(12 * MB);
    const isPart = ({ url = '' }: { url?: string | undefined }) => url.includes('partNumber');
    for (const fault of ['500', 'cut', 'answer-lost'] as const) {
      faults?.next([fault, fault, fault], isPart);
      const stored = await here.store.put(key(), bytes);
      expect(faults?.left()).toBe(0);
      faults?.next([fault, fault, fault]);
      expect(Buffer.compare(await here.store.read(stored), bytes)).toBe(0);
      expect(faults?.left()).toBe(0);
    }
    const stored = await here.store.put(key(), bytes);
    faults?.next(['answer-cut', 'answer-cut'], ({ url = '' }) => url.includes('/bytes/'));
    expect(Buffer.compare(await here.store.read(stored), bytes)).toBe(0);
    expect(faults?.left()).toBe(0);
  });

  it('asks again where no answer comes, and gives up in the end', async () => {
    const driver = here.s3(here.s3Client(1_000));
    const name = randomUUID();
    await driver.write('records', name, Buffer.from('kept'));
    faults?.next(['silence', 'silence']);
    expect(await (await driver.open('records', name))?.text()).toBe('kept');
    faults?.next(Array(100).fill('silence'));
    await expect(driver.open('records', name)).rejects.toThrow();
    faults?.next([]);
  });

  it('stores nothing by halves where S3 fails for longer: it is stored the next time', async () => {
    for (const fault of ['500', 'cut'] as const) {
      const about = key();
      faults?.next(Array(100).fill(fault), ({ method }) => method === 'PUT');
      await expect(here.store.put(about, randomBytes(100))).rejects.toThrow('storage did not take the file');
      faults?.next([]);
      await here.store.deleteByCustomId([about.customId]);
      expect(await here.store.read(await here.store.put(key(), Buffer.from('again')))).toEqual(
        new Uint8Array(Buffer.from('again')),
      );
    }
  });

  it('is refused at the start without its bucket, or without the lock that is asked for', async () => {
    const { checkStorage } = await import('@/lib/storage/check');
    const { env } = await import('@/lib/env');
    await checkStorage();
    Object.assign(env, { S3_LOCK_YEARS: 7 });
    await expect(checkStorage()).rejects.toThrow('S3_LOCK_YEARS: the bucket documents has no object lock');
    Object.assign(env, { S3_BUCKET: 'elsewhere' });
    await expect(checkStorage()).rejects.toThrow('S3_BUCKET: there is no bucket elsewhere');
    faults?.next(Array(100).fill('500'));
    await checkStorage();
    faults?.next([]);
    Object.assign(env, { S3_LOCK_YEARS: undefined, S3_BUCKET: swift?.env.S3_BUCKET });
  });

  it('locks the bytes of an issued document, and of no other, for as many years as are asked for', async () => {
    const there = await machine();
    const { env } = await import('@/lib/env');
    Object.assign(env, { S3_LOCK_YEARS: 7 });
    const seen = faults?.seen.length;
    await there.store.put(key(), randomBytes(10));
    await there.store.put({ ...key(), issued: true }, randomBytes(10));
    const locks = faults?.seen.slice(seen).filter((request) => request.includes('retention')) ?? [];
    expect(locks).toEqual([expect.stringMatching(/^PUT \/documents\/bytes\/[0-9a-f]{64}\?retention/)]);
    Object.assign(env, { S3_LOCK_YEARS: undefined });
  });

  it('never says that a file is gone because S3 fails', async () => {
    const stored = await here.store.put(key(), randomBytes(100));
    faults?.next(Array(100).fill('500'));
    await expect(here.store.read(stored)).rejects.not.toThrow(here.FileGone);
    faults?.next([]);
  });
});
