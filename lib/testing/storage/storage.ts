import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { genUploader } from 'uploadthing/client';
import { createRouteHandler, createUploadthing, type FileRouter, UTFiles } from 'uploadthing/server';
import { ingest } from '@/lib/storage/embedded/ingest';
import { routeHandlerConfig } from '@/lib/storage/sdk';

/** For tests: an app with one upload route on the unmodified SDK, and a network that leads to it and to the storage. */

type Complete = { customId: string | null; key: string; size: number; fileHash: string };

/** What the app was told, in order; `failNext` makes it fail to hear of the next file. */
export const heard: { files: Complete[]; failNext: boolean } = { files: [], failNext: false };

const f = createUploadthing();
const router = {
  test: f({ pdf: { maxFileSize: '64MB', acl: 'private' } })
    .middleware(({ files }) => {
      const customId = randomUUID();
      return { customId, [UTFiles]: files.map((file) => ({ ...file, customId })) };
    })
    .onUploadComplete(({ file, metadata }) => {
      heard.files.push(file);
      return { customId: metadata.customId };
    }),
} satisfies FileRouter;

let handler: ((request: Request) => Promise<Response>) | undefined;

/** The app's upload route. */
export async function app(request: Request): Promise<Response> {
  if (heard.failNext && request.headers.has('uploadthing-hook')) {
    heard.failNext = false;
    return new Response(null, { status: 503 });
  }
  handler ??= createRouteHandler({ router, config: routeHandlerConfig() });
  return handler(request);
}

/** What a browser reaches. */
export async function network(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  return new URL(request.url).pathname.startsWith('/api/ut/') ? ingest(request, app) : app(request);
}

export const origin = 'http://localhost:3000';

/** The SDK's browser client. */
export const { uploadFiles } = genUploader<typeof router>({
  url: new URL('/api/uploadthing', origin),
  fetch: network,
  package: 'test',
});

/** As much of XMLHttpRequest as the SDK's browser client uses, over `network`. */
export class NetworkXhr extends EventTarget {
  upload = new EventTarget();
  status = 0;
  statusText = '';
  response: unknown = null;
  responseType = '';
  private method = '';
  private url = '';
  private headers = new Headers();

  open(method: string, url: string) {
    [this.method, this.url] = [method, url];
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value);
  }
  async send(body: FormData) {
    const response = await network(this.url, { method: this.method, headers: this.headers, body });
    this.status = response.status;
    this.response = await response.json();
    this.dispatchEvent(new Event('load'));
  }
  abort() {}
}

/** A file of random bytes that calls itself a PDF. */
export function randomFile(size: number, name = 'claim.pdf'): File {
  return new File([randomBytes(size)], name, { type: 'application/pdf' });
}

/** Asks the app for the signed address of an upload. */
export async function presign(file: File): Promise<{ url: string; key: string; customId: string }> {
  const response = await network(`${origin}/api/uploadthing?actionType=upload&slug=test`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ input: null, files: [{ name: file.name, size: file.size, type: file.type }] }),
  });
  const [presigned] = await response.json();
  return presigned;
}

/** Sends a file from byte `start` on. */
export function put(url: string, file: Blob, start = 0): Promise<Response> {
  const body = new FormData();
  body.append('file', file.slice(start), 'claim.pdf');
  return network(url, { method: 'PUT', headers: { range: `bytes=${start}-` }, body });
}

/** What a connection brings at a time. */
const chunk = 16 * 1024;

/** Sends the first `bytes` of a file and then stops: the connection breaks, or hangs until it is superseded. */
export async function putCut(
  url: string,
  file: Blob,
  bytes: number,
  end: 'breaks' | 'hangs',
): Promise<Response> {
  async function* sent() {
    yield new TextEncoder().encode(
      '--cut\r\ncontent-disposition: form-data; name="file"; filename="claim.pdf"\r\n\r\n',
    );
    for (let at = 0; at < bytes; at += chunk) {
      yield new Uint8Array(await file.slice(at, Math.min(at + chunk, bytes)).arrayBuffer());
    }
    if (end === 'breaks') throw new Error('connection reset');
    await new Promise(() => {});
  }
  const headers = { 'content-type': 'multipart/form-data; boundary=cut', range: 'bytes=0-' };
  const body = Readable.toWeb(Readable.from(sent())) as ReadableStream;
  return network(url, { method: 'PUT', headers, body, duplex: 'half' } as RequestInit);
}

/** How many bytes the storage says have arrived. */
export async function arrived(url: string): Promise<number> {
  const response = await network(url, { method: 'HEAD' });
  return Number(response.headers.get('x-ut-range-start'));
}
