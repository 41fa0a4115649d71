import type { AsyncLocalStorage } from 'node:async_hooks';
import { type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type Duplex, duplexPair } from 'node:stream';
import { env } from '@/lib/env';

// What lib/server.mjs gives, and the connections on which pages are prepared. Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & {
  courtHttp?: { server: Server; responses: AsyncLocalStorage<ServerResponse> };
  courtPreparing?: WeakSet<Duplex>;
};
holder.courtPreparing ??= new WeakSet();

/** Whether a request is the service's own, for a page to be kept. Nobody outside can say so: such a request has no address. */
export const isPreparation = ({ socket }: Pick<IncomingMessage, 'socket'>): boolean =>
  holder.courtPreparing?.has(socket) ?? false;

/** Whether the page that is made just now is to be kept for everybody: it may bear nothing of one request. */
export function isPreparing(): boolean {
  const response = holder.courtHttp?.responses.getStore();
  return response !== undefined && isPreparation(response.req);
}

/** What the framework made of a page. */
export type Made = { html: string; link: string };

/** The longest that a page may take to be made, in ms. */
const mostMs = 30_000;

/** The answer's body as text, and its links, if it is a page that asks the browser to keep nothing. */
async function read(answer: IncomingMessage): Promise<Made | null> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);
  const { statusCode, headers } = answer;
  const isPage = statusCode === 200 && /^text\/html/.test(headers['content-type'] ?? '');
  if (!isPage || headers['set-cookie']) return null;
  return { html: Buffer.concat(parts).toString(), link: String(headers.link ?? '') };
}

/**
 * Has the framework make a page as for a visitor who comes for the first time. The request takes the way of all others but for
 * the network.
 * @param path without query
 * @returns null where the framework answers with anything but a page for everybody
 */
export function makePage(path: string): Promise<Made | null> {
  const { courtHttp, courtPreparing } = holder;
  if (!courtHttp || !courtPreparing) return Promise.resolve(null);
  const [near, far] = duplexPair();
  courtPreparing.add(far);
  courtHttp.server.emit('connection', far);
  return new Promise<Made | null>((resolve, reject) => {
    const { host } = new URL(env.PUBLIC_ORIGIN);
    const headers = { host, accept: 'text/html' };
    const asked = request({
      createConnection: () => near,
      path,
      headers,
      signal: AbortSignal.timeout(mostMs),
    });
    asked.on('response', (answer) => read(answer).then(resolve, reject));
    asked.on('error', reject);
    asked.end();
  }).finally(() => near.destroy());
}
