import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { loggedError } from '@/lib/logged-error';
import { courtNow } from '@/lib/services/clock';
import { type KeptPage, PreparedPage } from '@/lib/web/prepared/page';
import { preparedPaths } from '@/lib/web/prepared/pages';
import { makePage } from '@/lib/web/prepared/preparing';
import { publicFacts } from '@/lib/web/prepared/public-facts';
import { encodingFor, isHeld } from '@/lib/web/prepared/variants';

/** By path; empty until they are prepared. */
const pages = new Map<string, PreparedPage>();

/** The framework's own requests for a part of a page, and a server action. */
const ofFramework = [
  'rsc',
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'content-length',
];

/** The session, or a form that was saved for this visitor (lib/web/session/auth.ts, lib/web/action/saved-form.ts). */
const ownCookies = /(^|;\s*)(__Host-)?(session|saved-form)[.=]/;

const { hostname } = new URL(env.PUBLIC_ORIGIN);
/** Who comes by the IP of this machine is sent on to its name (lib/web/http/one-origin.ts). */
const isByName = (host: string | undefined) => hostname !== 'localhost' || host?.startsWith('localhost');

/** The page in memory that a request asks for, if what is in memory can be its answer. */
function pageFor({ method, url = '', headers }: IncomingMessage): PreparedPage | undefined {
  const page = pages.get(url);
  if (!page || (method !== 'GET' && method !== 'HEAD') || !isByName(headers.host)) return undefined;
  if (ofFramework.some((name) => headers[name] !== undefined)) return undefined;
  if (page.hasForm && ownCookies.test(headers.cookie ?? '')) return undefined;
  return page;
}

function send(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const { bytes, etag, encoding } = page.variants.in(encodingFor(request.headers['accept-encoding']));
  const headers: Record<string, string | number> = { ...page.headers, etag };
  const freshMs = page.until - courtNow().getTime();
  // The page itself cannot tell how long it holds: it was made at another time than it is sent.
  if (Number.isFinite(freshMs)) headers['server-timing'] = `fresh;dur=${Math.max(0, freshMs)}`;
  if (isHeld(request.headers['if-none-match'], etag)) {
    delete headers['content-type'];
    response.writeHead(304, headers).end();
    return;
  }
  headers['content-length'] = bytes.length;
  if (encoding) headers['content-encoding'] = encoding;
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes);
}

/** The page, renewed; undefined, and a line in the log, if that fails. */
async function renewed(page: PreparedPage, path: string): Promise<KeptPage | undefined> {
  try {
    return await page.renewed();
  } catch (error) {
    log.warn({ path, err: loggedError(error) }, 'a page could not be prepared');
    return undefined;
  }
}

/**
 * Answers a request for a public page from memory.
 * @returns whether it was answered; the framework answers others
 */
export function answerPrepared(
  request: IncomingMessage,
  response: ServerResponse,
): boolean | Promise<boolean> {
  const page = pageFor(request);
  if (!page) return false;
  const { known } = page;
  if (known) {
    send(request, response, known);
    return true;
  }
  return renewed(page, request.url ?? '').then((kept) => {
    if (kept) send(request, response, kept);
    return kept !== undefined;
  });
}

/** What a request may have changed counts as soon as its answer is sent: whoever sees that sees the change on the next page. */
export function expireWhenSent(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = ((...sent: Parameters<typeof writeHead>) => {
    publicFacts.expire();
    return writeHead.apply(response, sent);
  }) as typeof writeHead;
}

/** The first request waits so long for pages to be prepared. */
const startMs = 5_000;

/** Prepares the public pages, one after the other; what takes longer than a start may take is prepared after it. */
export async function preparePages(): Promise<void> {
  for (const [path, kind] of preparedPaths())
    pages.set(path, new PreparedPage(path, kind, publicFacts, makePage));
  const prepared = (async () => {
    for (const [path, page] of [...pages]) await renewed(page, path);
  })();
  await Promise.race([prepared, wait(startMs, undefined, { ref: false })]);
}
