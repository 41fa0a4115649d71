import { createHash } from 'node:crypto';
import { rm, stat, truncate } from 'node:fs/promises';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { type TellApp, tellApp } from '@/lib/storage/embedded/callback';
import {
  findAnnouncement,
  findFile,
  incoming,
  isKey,
  keepFile,
  type StoredFile,
} from '@/lib/storage/embedded/files';
import { receiveForm } from '@/lib/storage/embedded/multipart';
import { isSigned } from '@/lib/storage/embedded/signature';
import { newestOnly } from '@/lib/storage/embedded/turn';

/** The values that the SDK signed into the URL of an upload, and the file `part` that collects its bytes. */
type Upload = Pick<StoredFile, 'name' | 'size' | 'type' | 'customId'> & {
  key: string;
  slug: string;
  part: string;
};

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
    name: signed('file-name'),
    size: Number(signed('file-size')),
    type: signed('file-type'),
    customId: signed('custom-id') || null,
    slug: signed('slug'),
    // Named after the signed address, so that two uploads never share a part, even if they share a key.
    part: await incoming(createHash('sha256').update(address.href).digest('hex')),
  };
}

async function bytesArrived(upload: Upload): Promise<number> {
  const file = await findFile(upload.key);
  if (file) return file.size;
  return stat(upload.part).then(
    ({ size }) => size,
    () => 0,
  );
}

/**
 * Receives the rest of the file from the position that the request gives. Returns the Response of a refusal,
 * or nothing.
 */
async function receive(request: Request, upload: Upload, signal: AbortSignal): Promise<Response | undefined> {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.get('range') ?? '')?.[1] ?? 0);
  const before = await bytesArrived(upload);
  if (start > before) return refuse(416, 'starts beyond what has arrived');
  if (start < before) await truncate(upload.part, start);

  const form = await receiveForm(request, upload.part, upload.size - start, signal).catch((error: Error) => {
    log.info({ key: upload.key, reason: error.message }, 'upload interrupted');
    return null;
  });
  if (!form) return refuse(400, 'interrupted');
  const size = start + form.written;
  if (size > upload.size) await rm(upload.part, { force: true });
  if (size !== upload.size) return refuse(size > upload.size ? 413 : 400, 'not of the size that was signed');
  await keepFile(upload.key, upload.part, upload, systemNow());
}

async function put(
  request: Request,
  upload: Upload,
  app: TellApp | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const existing = await findFile(upload.key);
  // Keys have 30 bits, so another file may have this key. It is never overwritten.
  if (existing && existing.customId !== upload.customId) return refuse(409, 'the key is taken');
  if (!existing) {
    if (upload.slug && !(await findAnnouncement(upload.key)))
      return refuse(404, 'the upload was not announced');
    const refused = await receive(request, upload, signal);
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
 * PUT is answered.
 */
export async function ingest(request: Request, app?: TellApp): Promise<Response> {
  const upload = await readUpload(request);
  if (!upload) return refuse(403, 'not signed, or expired');
  if (request.method === 'HEAD') {
    return new Response(null, { headers: { 'x-ut-range-start': String(await bytesArrived(upload)) } });
  }
  return newestOnly(upload.part, (signal) => put(request, upload, app, signal));
}
