import type { IncomingMessage } from 'node:http';
import { MAX_BYTES, MOST_FILES } from '@/lib/domain/claim/document';
import { MAX_CHECKED_BYTES } from '@/lib/domain/register/verification-query';
import { env } from '@/lib/env';
import { en, fr } from '@/lib/messages/catalogue';
import { plainHtml } from '@/lib/web/http/plain-page';

/** Why no page can answer a request. `reason` is a key under `refusedRequest`. */
type Reason = keyof typeof en.refusedRequest;
export type RefusedRequest = { status: number; reason: Reason; html: string };

const statusOf: Record<Reason, number> = {
  address: 400,
  form: 400,
  request: 400,
  late: 408,
  length: 411,
  tooLarge: 413,
  host: 421,
  headers: 431,
};

/** The answer to a request that is refused for this reason. */
export const refused = (reason: Reason): RefusedRequest => ({
  status: statusOf[reason],
  reason,
  html: plainHtml({
    title: { en: en.refusedRequest[reason], fr: fr.refusedRequest[reason] },
    text: { en: en.refusedRequest[reason], fr: fr.refusedRequest[reason] },
  }),
});

/** The parts of a form beside its file, in bytes; and the largest form without a file. */
const formBytes = 1024 * 1024;

const uploads: [RegExp, number][] = [
  [/^\/api\/documents$/, MOST_FILES * MAX_BYTES + formBytes],
  [/^\/api\/(substitutes|corrections|ut\/[^/]+)$/, MAX_BYTES + formBytes],
  [/^\/api\/verify$/, MAX_CHECKED_BYTES + formBytes],
];

/** The most bytes that a request to this path may bring. */
export function mostBytes(path: string): number {
  return uploads.find(([pattern]) => pattern.test(path))?.[1] ?? formBytes;
}

/** No address of ours is longer; pages repeat it in headers, which have a limit too. */
const longestUrl = 2_000;

const ownHost = new URL(env.PUBLIC_ORIGIN).host;
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** The service has one name. Without https, as on a developer's machine, it is reached by loopback too. */
function isOurHost(host: string | undefined): boolean {
  return host === ownHost || (!env.isHttps && loopback.test(host ?? ''));
}

/** The framework decodes the parts of a path twice, and fails where either time fails. No address of ours has a percent sign. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(decodeURIComponent(path)).includes('\0');
  } catch {
    return false;
  }
}

/** Tells whether no page can answer a request, by its line and headers alone: nothing of its body is read. */
export function refusalOf({ url = '/', headers }: IncomingMessage): RefusedRequest | null {
  const [path = '/'] = url.split('?');
  // Whoever watches the service asks for its health at an address of its own.
  if (!/^\/api\/health(\/live|\/ready)?$/.test(path) && !isOurHost(headers.host)) return refused('host');
  if (!path.startsWith('/') || url.length > longestUrl || !isReadable(path)) return refused('address');
  const length = headers['content-length'];
  if (Number(length ?? 0) > mostBytes(path)) return refused('tooLarge');
  if (headers['transfer-encoding'] && mostBytes(path) === formBytes) return refused('length');
  return null;
}
