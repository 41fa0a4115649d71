import { openAsBlob } from 'node:fs';
import { systemNow } from '@/lib/services/clock';
import { api } from '@/lib/services/storage/api';
import { bytesOf, findFile, isKey } from '@/lib/services/storage/files';
import { ingest } from '@/lib/services/storage/ingest';
import { isSigned } from '@/lib/services/storage/signature';

/** Serves a private file at a signed address; the SDK signed it, and it never leaves the process. */
async function serve(request: Request): Promise<Response> {
  const address = new URL(request.url);
  if (!isSigned(address, systemNow())) return new Response(null, { status: 403 });
  const key = address.pathname.split('/').at(-1) ?? '';
  const file = isKey(key) ? await findFile(key) : null;
  if (!file) return new Response(null, { status: 404 });
  const headers = { 'content-type': file.type, 'content-length': String(file.size) };
  return new Response(request.method === 'HEAD' ? null : await openAsBlob(bytesOf(key)), { headers });
}

/**
 * Stands in for the network when the SDK on our server calls UploadThing. From outside only `ingest` can be reached,
 * through `app/api/ut`; the API and the files have no address there.
 */
export async function embeddedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.method === 'POST') return api(request);
  if (request.method === 'PUT') return ingest(request);
  return serve(request);
}
