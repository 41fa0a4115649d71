import { createHash, hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { WrongStart } from '@/lib/storage/drivers/driver';
import { driver } from '@/lib/storage/drivers/here';
import { type TellApp, tellApp } from '@/lib/storage/embedded/callback';
import {
  type AboutFile,
  findAnnouncement,
  findFile,
  isKey,
  keepFile,
  noteId,
  openFile,
  type StoredFile,
} from '@/lib/storage/embedded/files';
import { readForm } from '@/lib/storage/embedded/multipart';
import { isSigned } from '@/lib/storage/embedded/signature';
import { newestOnly } from '@/lib/storage/embedded/turn';

/** A request, and its body as Node reads it, where that is known. */
type Sent = { request: Request; body?: Readable | undefined };

/** The values that the SDK signed into the URL of an upload, and the name under which its bytes are collected. */
type Upload = { about: AboutFile; key: string; slug: string; bytes: string };

const refuse = (status: number, error: string) => Response.json({ error }, { status });

/** The SDK encodes each value twice. Null if the address is not signed, has expired, or has no proper key. */
async function readUpload(request: Request): Promise<Upload | null> {
  const { pathname, search } = new URL(request.url);
  // The SDK signed the public address. Behind a proxy the request has another.
  const address = new URL(pathname + search, env.PUBLIC_ORIGIN);
  const key = pathname.split('/').at(-1) ?? '';
  if (!isKey(key) || !isSigned(address, systemNow())) return null;
  const signed = (name: string) => decodeURIComponent(address.searchParams.get(`x-ut-${name}`) ?? '');
  return {
    key,
    about: {
      name: signed('file-name'),
      size: Number(signed('file-size')),
      type: signed('file-type'),
      customId: signed('custom-id') || null,
    },
    slug: signed('slug'),
    // Named after the signed address, so that two uploads never share bytes, even if they share a key.
    bytes: hash('sha256', address.href),
  };
}

async function bytesArrived({ key, bytes }: Upload): Promise<number> {
  return (await findFile(key))?.size ?? (await driver()).arrived(bytes);
}

/** What a request brought: how many bytes, and their hash. */
type Received = { written: number; fileHash: string };

/**
 * The protocol wants some text that tells files apart. The real service gives MD5, which takes a processor more than twice
 * as long.
 */
const hashName = 'sha256';

async function receive(
  { request, body }: Sent,
  { key, bytes, about: { size, customId } }: Upload,
  start: number,
  signal: AbortSignal,
): Promise<Received> {
  const sum = createHash(hashName);
  let written = 0;
  // On disk while the bytes come, and before the last of them is taken.
  const noted = noteId(key, bytes, customId);
  const take = async (file: Readable) => {
    const hashed = async function* () {
      for await (const chunk of file) {
        sum.update(chunk);
        yield chunk;
      }
      await noted;
    };
    written = await (await driver()).append(bytes, start, size, hashed());
  };
  const read = readForm(request, { bytes: size - start }, take, { body, signal });
  await Promise.all([read, noted]);
  return { written, fileHash: sum.digest('hex') };
}

/** Of a file that came in several requests. */
async function hashOfStored(key: string, file: StoredFile): Promise<string> {
  const bytes = await openFile(key, file);
  if (!bytes) throw new Error('the file is gone');
  const sum = createHash(hashName);
  for await (const chunk of bytes.stream()) sum.update(chunk);
  return sum.digest('hex');
}

/**
 * Receives the rest of the file from the position that the request gives, and keeps the file. Returns the Response of a
 * refusal, or nothing.
 */
async function complete(
  sent: Sent,
  upload: Upload,
  announced: StoredFile['announced'],
  signal: AbortSignal,
): Promise<Response | undefined> {
  const { key, about, bytes } = upload;
  const start = Number(/^bytes=(\d+)-$/.exec(sent.request.headers.get('range') ?? '')?.[1] ?? 0);
  if (start > about.size) return refuse(416, 'starts beyond what has arrived');
  const received = await receive(sent, upload, start, signal).catch((error: Error) => error);
  if (received instanceof WrongStart) return refuse(416, 'starts beyond what has arrived');
  if (received instanceof Error) {
    log.info({ key, reason: received.message }, 'upload interrupted');
    return refuse(400, 'interrupted');
  }
  const size = start + received.written;
  if (size !== about.size) return refuse(size > about.size ? 413 : 400, 'not of the size that was signed');
  const { fileHash } = received;
  const file = { ...about, fileHash, uploadedAt: systemNow().getTime(), bytes, announced };
  if (start > 0) file.fileHash = await hashOfStored(key, file);
  await keepFile(key, file);
}

async function put(
  sent: Sent,
  upload: Upload,
  app: TellApp | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const existing = await findFile(upload.key);
  // Keys have 30 bits, so another file may have this key. It is never overwritten.
  if (existing && existing.customId !== upload.about.customId) return refuse(409, 'the key is taken');
  if (!existing) {
    const announced = upload.slug ? await findAnnouncement(upload.key) : undefined;
    if (announced === null) return refuse(404, 'the upload was not announced');
    const refused = await complete(sent, upload, announced, signal);
    if (refused) return refused;
  }
  const file = await tellApp(upload.key, app);
  const url = `${env.PUBLIC_ORIGIN}/api/ut/${upload.key}`;
  return Response.json({
    url,
    appUrl: url,
    ufsUrl: url,
    fileHash: file.fileHash,
    serverData: file.answer?.data ?? null,
  });
}

/**
 * Receives a file from a browser (HEAD: how many bytes have arrived; PUT: the rest of them), at an address
 * that the SDK signed together with the file's size. `app` is called when the file is complete, before the
 * PUT is answered. `body` is the request's as Node reads it, where it is known.
 */
export async function ingest(request: Request, app?: TellApp, body?: Readable): Promise<Response> {
  const upload = await readUpload(request);
  if (!upload) return refuse(403, 'not signed, or expired');
  if (request.method === 'HEAD') {
    return new Response(null, { headers: { 'x-ut-range-start': String(await bytesArrived(upload)) } });
  }
  return newestOnly(upload.bytes, (signal) => put({ request, body }, upload, app, signal));
}
