import { machineNow } from '@/lib/services/clock';
import { api } from '@/lib/storage/embedded/api';
import { findFile, isKey, openFile } from '@/lib/storage/embedded/files';
import { ingest } from '@/lib/storage/embedded/ingest';
import { isSigned } from '@/lib/storage/embedded/signature';

/** Serves a private file at an address that the SDK signed. The address never leaves the process. */
async function serve(request: Request): Promise<Response> {
  const address = new URL(request.url);
  if (!isSigned(address, machineNow())) return new Response(null, { status: 403 });
  const key = address.pathname.split('/').at(-1) ?? '';
  const file = isKey(key) ? await findFile(key) : null;
  const bytes = file && (await openFile(key, file));
  if (!bytes) return new Response(null, { status: 404 });
  // What a browser called the file says nothing, and might be no header.
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes.size) };
  return new Response(request.method === 'HEAD' ? null : bytes, { headers });
}

/**
 * Replaces the network when the SDK on our server calls UploadThing. From outside only `ingest` can be
 * reached, through `app/api/ut`; the API and the files have no public address.
 */
export async function embeddedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (request.method === 'POST') return api(request);
  if (request.method === 'PUT') return ingest(request);
  return serve(request);
}
