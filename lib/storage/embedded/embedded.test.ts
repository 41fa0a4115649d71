import { createHash } from 'node:crypto';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const dataDir = vi.hoisted(() => {
  process.env.LOG_LEVEL = 'silent';
  process.env.DATA_DIR = `/tmp/storage-${process.pid}-${Math.random().toString(36).slice(2)}`;
  return process.env.DATA_DIR;
});

const { embeddedFetch } = await import('@/lib/storage/embedded/embedded');
const { findFile } = await import('@/lib/storage/embedded/files');
const { tidyStorage } = await import('@/lib/storage/upkeep');
const { pathOf } = await import('@/lib/storage/drivers/disk');
const { apiKey, sign } = await import('@/lib/storage/embedded/signature');
const { store } = await import('@/lib/storage/store');
const { app, arrived, heard, NetworkXhr, network, origin, presign, put, putCut, randomFile, uploadFiles } =
  await import('@/lib/testing/storage/storage');

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());
const sha256 = async (file: Blob) =>
  createHash('sha256')
    .update(await bytesOf(file))
    .digest('hex');
const isStored = async (key: string, file: Blob) =>
  Buffer.compare(await store.read(key), await bytesOf(file)) === 0;

beforeAll(() => vi.stubGlobal('XMLHttpRequest', NetworkXhr));
beforeEach(() => {
  heard.files = [];
  heard.failNext = false;
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('an upload by the SDK’s browser client', () => {
  it('arrives whole, is told to the app, and brings back what the app answered', async () => {
    const file = randomFile(3_000_000, '100% l’été (1) & «x» 文書 +.pdf');
    const [uploaded] = await uploadFiles('test', { files: [file] });
    expect(heard.files).toEqual([
      expect.objectContaining({
        key: uploaded?.key,
        size: 3_000_000,
        name: file.name,
        fileHash: await sha256(file),
      }),
    ]);
    expect(uploaded?.serverData).toEqual({ customId: heard.files[0]?.customId });
    expect(await isStored(uploaded?.key ?? '', file)).toBe(true);
  });

  it('lies where only the service’s user can read it', async () => {
    const [uploaded] = await uploadFiles('test', { files: [randomFile(10)] });
    const key = uploaded?.key ?? '';
    const root = path.join(dataDir, 'files');
    const files = [pathOf(root, 'bytes', (await findFile(key))?.bytes ?? ''), pathOf(root, 'records', key)];
    for (const file of files) {
      expect(path.relative(root, file)).toMatch(/^(bytes|records)\/[0-9a-f]{2}\/[0-9a-f]{2}\/[^/]+$/);
      for (let at = file; at !== dataDir; at = path.dirname(at)) expect(statSync(at).mode & 0o077).toBe(0);
    }
  });
});

describe('an upload that is cut off', () => {
  it('goes on from what had arrived', async () => {
    const file = randomFile(2_000_000);
    const { url, key } = await presign(file);
    expect((await putCut(url, file, 1_200_000, 'breaks')).status).toBe(400);
    const start = await arrived(url);
    expect(start).toBeGreaterThan(500_000);
    expect((await put(url, file, start)).status).toBe(200);
    expect(await isStored(key, file)).toBe(true);
  });

  it('goes on from an earlier byte as well, and not from a later one', async () => {
    const file = randomFile(500_000);
    const { url, key } = await presign(file);
    await putCut(url, file, 400_000, 'breaks');
    expect((await put(url, file, 450_000)).status).toBe(416);
    expect((await put(url, file, 1_000)).status).toBe(200);
    expect(await isStored(key, file)).toBe(true);
  });

  it('gives way to a newer request while the old one still hangs', async () => {
    const file = randomFile(800_000);
    const { url, key } = await presign(file);
    const hanging = putCut(url, file, 300_000, 'hangs');
    await vi.waitFor(async () => expect(await arrived(url)).toBeGreaterThan(0));
    expect((await put(url, file)).status).toBe(200);
    expect((await hanging).status).toBe(400);
    expect(await isStored(key, file)).toBe(true);
    expect(heard.files).toHaveLength(1);
  });
});

describe('an upload that is repeated', () => {
  it('is answered alike and told to the app once', async () => {
    const file = randomFile(1_000);
    const { url, customId } = await presign(file);
    const answers = [await put(url, file), await put(url, file), await put(url, file, await arrived(url))];
    for (const answer of answers) expect(await answer.json()).toMatchObject({ serverData: { customId } });
    expect(heard.files).toHaveLength(1);
  });

  it('is told to the app again if the app did not hear of it', async () => {
    const file = randomFile(1_000);
    const { url, customId } = await presign(file);
    heard.failNext = true;
    expect(await (await put(url, file)).json()).toMatchObject({ serverData: null });
    expect(await (await put(url, file)).json()).toMatchObject({ serverData: { customId } });
    expect(heard.files).toHaveLength(1);
  });
});

describe('what was not signed is refused', () => {
  const resigned = (url: string, change: (address: URL) => void) => {
    const address = new URL(url);
    address.searchParams.delete('signature');
    change(address);
    const signature = sign(address.href);
    address.searchParams.append('signature', signature);
    return address.href;
  };
  const tampered: [string, (url: string) => string][] = [
    ['a larger size', (url) => url.replace('x-ut-file-size=1000', 'x-ut-file-size=9000')],
    ['another key', (url) => url.replace(/\/api\/ut\/./, '/api/ut/0')],
    ['no signature', (url) => url.replace(/&signature=.*/, '')],
    ['another signature', (url) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['a parameter added', (url) => `${url}&x-ut-acl=public-read`],
    ['a second signature', (url) => `${url}&signature=${url.split('signature=')[1]}`],
    ['an address that has expired', (url) => resigned(url, (at) => at.searchParams.set('expires', '1000'))],
    [
      'a key that is a path',
      (url) =>
        resigned(url, (at) => {
          at.pathname = '/api/ut/..%2F..%2Fetc%2Fpasswd';
        }),
    ],
  ];

  it.each(tampered)('%s', async (_what, tamper) => {
    const file = randomFile(1_000);
    const { url, key } = await presign(file);
    expect((await put(tamper(url), file)).status).toBe(403);
    expect((await network(tamper(url), { method: 'HEAD' })).status).toBe(403);
    expect(await store.exists(key)).toBe(false);
    // the same file at the same address, signed again but unchanged, is accepted
    expect(
      (
        await put(
          resigned(url, () => {}),
          file,
        )
      ).status,
    ).toBe(200);
  });

  it('more bytes than were signed, or fewer', async () => {
    const { url, key } = await presign(randomFile(1_000));
    expect((await put(url, randomFile(1_001))).status).toBe(413);
    expect((await put(url, randomFile(999))).status).toBe(400);
    expect(await store.exists(key)).toBe(false);
  });

  it('an upload of which the app was not asked', async () => {
    const { url } = await presign(randomFile(1_000));
    const unknown = resigned(url, (address) => {
      address.pathname = address.pathname.replace(/.{8}$/, '00000000');
    });
    expect((await put(unknown, randomFile(1_000))).status).toBe(404);
  });

  it('another file under a key that is taken', async () => {
    const file = randomFile(1_000);
    const { url, key } = await presign(file);
    await put(url, file);
    const other = resigned(url, (address) => address.searchParams.set('x-ut-custom-id', 'someone-else'));
    expect((await put(other, randomFile(1_000))).status).toBe(409);
    expect(await isStored(key, file)).toBe(true);
  });

  it('a forged callback', async () => {
    const forged = new Request(`${origin}/api/uploadthing?slug=test`, {
      method: 'POST',
      headers: { 'uploadthing-hook': 'callback', 'x-uploadthing-signature': `hmac-sha256=${'0'.repeat(64)}` },
      body: '{}',
    });
    expect((await app(forged)).status).toBe(400);
    expect(heard.files).toHaveLength(0);
  });

  it('a call of the API without its key', async () => {
    const call = (key: string) =>
      embeddedFetch('http://storage.local/v6/listFiles', {
        method: 'POST',
        headers: { 'x-uploadthing-api-key': key },
        body: '{}',
      });
    expect((await call('sk_guess')).status).toBe(401);
    expect((await call(apiKey())).status).toBe(200);
  });
});

it('removes what abandoned uploads left, and keeps those under way', async () => {
  const incoming = path.join(dataDir, 'files', 'incoming');
  const [abandoned, underWay] = [randomFile(1_000), randomFile(2_000)];
  await putCut((await presign(abandoned)).url, abandoned, 500, 'breaks');
  const long = new Date(Date.now() - 60_000);
  const before = new Date(long.getTime() + 1);
  // The storage may still be writing what arrived.
  await vi.waitFor(async () => {
    for (const name of readdirSync(incoming)) utimesSync(path.join(incoming, name), long, long);
    await tidyStorage(before);
    expect(readdirSync(incoming)).toHaveLength(0);
  });
  const { url } = await presign(underWay);
  await tidyStorage(before);
  expect(readdirSync(incoming)).toHaveLength(1);
  expect((await put(url, underWay)).status).toBe(200);
  expect(readdirSync(incoming)).toHaveLength(0);
});
