import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { startStorage } from '@/e2e/support/court/storage';
import type { UserActor } from '@/lib/domain/access/access';
import { court } from '@/lib/testing/cli/court';
import { ownDatabase } from '@/lib/testing/db/databases';
import { startSwift, wantSwift } from '@/lib/testing/storage/swift';

const swift = wantSwift() && process.env.TEST_DATABASE_URL ? await startSwift() : undefined;
const dataDir = `/tmp/copy-${process.pid}-${randomUUID()}`;
Object.assign(process.env, { ...swift?.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' });

const { setDatabase, db } = await import('@/lib/data/db/db');
const { openPostgres } = await import('@/lib/data/db/open');
const { documentVersions } = await import('@/lib/data/db/schema/document');
const { store } = await import('@/lib/storage/store');
const { openPlace } = await import('@/lib/storage/places');
const { pathOf } = await import('@/lib/storage/drivers/disk');
const { findFile } = await import('@/lib/storage/embedded/files');
const { s3Client } = await import('@/lib/storage/drivers/s3-client');
const { newFiler } = await import('@/lib/testing/account/people');
const { readyDraft, upload } = await import('@/lib/testing/claim/submit');

type Uploaded = { storageKey: string; bytes: Uint8Array };

describe.skipIf(!swift)('court copy-storage', () => {
  let url = '';
  let filer: UserActor;
  let draft = '';
  let files: Uploaded[] = [];
  const env = () => ({ ...swift?.env, DATABASE_URL: url, DATA_DIR: dataDir, HOME: '/' });
  const copy = (args: string, more = {}) =>
    court(['copy-storage', ...args.split(' ')], { ...env(), ...more });
  const add = async () => {
    const file = await upload(filer, draft, 'claim');
    files.push(file);
    return file;
  };
  const inS3 = async ({ storageKey, bytes }: Uploaded) => {
    const stored = await (await openPlace('s3')).read(storageKey);
    return stored !== null && Buffer.compare(stored, bytes) === 0;
  };
  const onDisk = async ({ storageKey }: Uploaded) =>
    pathOf(path.join(dataDir, 'files'), 'bytes', (await findFile(storageKey))?.bytes ?? '');

  // the SDK itself calls functions that it marks as deprecated
  beforeAll(async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    await s3Client().send(new CreateBucketCommand({ Bucket: swift?.env.S3_BUCKET }));
    url = await ownDatabase();
    setDatabase(await openPostgres(url));
    filer = await newFiler(new Date());
    const ready = await readyDraft(filer);
    [draft, files] = [ready.reference, [ready]];
    for (let n = 0; n < 11; n += 1) await add();
  });
  afterAll(async () => {
    await swift?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('copies while the court works, goes on after it was killed, and copies nothing twice', async () => {
    const program = [
      path.join(inject('programs'), 'cli.mjs'),
      'copy-storage',
      '--from',
      'disk',
      '--to',
      's3',
    ];
    const killed = spawn(process.execPath, program, {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env() },
    });
    const place = await openPlace('s3');
    await vi.waitFor(
      async () => {
        const there = await Promise.all(files.map(({ storageKey }) => place.has(storageKey)));
        expect(there).toContain(true);
      },
      { timeout: 200_000 },
    );
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await add();
    const [first, second] = [copy('--from disk --to s3'), copy('--from disk --to s3')];
    expect(first.stdout).toMatch(/\d+ copied/);
    expect([first.status, second.status, second.stdout]).toEqual([0, 0, '13 there already\n']);
    for (const file of files) expect(await inS3(file)).toBe(true);
    for (const { storageKey, bytes } of files)
      expect(Buffer.compare(await store.read(storageKey), bytes)).toBe(0);
    await add();
    expect(copy('--from disk --to s3').stdout).toBe('1 copied, 13 there already\n');
  });

  it('copies back what was lost here, byte for byte', async () => {
    await store.delete(files.map(({ storageKey }) => storageKey));
    expect(copy('--from s3 --to disk')).toMatchObject({ status: 0, stdout: '14 copied\n' });
    for (const { storageKey, bytes } of files)
      expect(Buffer.compare(await store.read(storageKey), bytes)).toBe(0);
  });

  it('names a file that is lost or damaged, copies it not, and fails', async () => {
    const [lost, damaged] = [await add(), await add()];
    await rm(await onDisk(lost));
    await truncate(await onDisk(damaged), 100);
    const { status, stderr, stdout } = copy('--from disk --to s3');
    expect(status).toBe(1);
    expect(stderr).toContain(`${lost.storageKey}: lost\n`);
    expect(stderr).toContain(`${damaged.storageKey}: damaged\n`);
    expect(stdout).toContain('14 there already');
    expect([await inS3(lost), await inS3(damaged)]).toEqual([false, false]);
    await db().delete(documentVersions);
  });

  it('copies to UploadThing under new keys, which the rows take at the switch alone, and back', async () => {
    const elsewhere = `${dataDir}-uploadthing`;
    const uploadThing = await startStorage(elsewhere);
    try {
      files = [];
      for (let n = 0; n < 3; n += 1) await add();
      const keysNow = async () =>
        (await db().select({ key: documentVersions.storageKey }).from(documentVersions)).map(
          ({ key }) => key,
        );
      const before = await keysNow();
      expect(copy('--from disk --to uploadthing', uploadThing.env)).toMatchObject({
        status: 0,
        stdout: '3 copied\n',
      });
      expect(await keysNow()).toEqual(before);
      await add();
      const switched = copy('--from disk --to uploadthing --switch', uploadThing.env);
      expect([switched.status, switched.stdout]).toEqual([0, '1 copied, 3 there already\n']);
      const after = await keysNow();
      expect(after.filter((key) => before.includes(key))).toEqual([]);
      expect(copy('--from uploadthing --to disk', uploadThing.env)).toMatchObject({
        status: 0,
        stdout: '4 copied\n',
      });
      const stored = await Promise.all(after.map((key) => store.read(key)));
      expect(stored.map((bytes) => Buffer.from(bytes).toString('hex')).sort()).toEqual(
        files.map(({ bytes }) => Buffer.from(bytes).toString('hex')).sort(),
      );
    } finally {
      uploadThing.close();
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  it('says what it needs', () => {
    expect(copy('--from disk --to disk').status).toBe(2);
    expect(copy('--from disk --to s3 --switch').status).toBe(2);
    expect(copy('--from disk --to tape').stderr).toContain('copy-storage --from');
    expect(copy('--from disk --to s3', { S3_BUCKET: '' }).stderr).toContain(
      's3 needs S3_BUCKET and S3_REGION',
    );
    expect(copy('--from disk --to uploadthing').stderr).toContain('uploadthing needs UPLOADTHING_TOKEN');
  });
});
