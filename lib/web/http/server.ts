import type { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { logFramework } from '@/lib/web/http/framework-log';
import { lingerOnClose } from '@/lib/web/http/lingering-close';
import { answerMalformed } from '@/lib/web/http/malformed-request';
import { answerRefusal, receive } from '@/lib/web/http/receive';
import { refused } from '@/lib/web/http/refused-request';
import { securityHeaders } from '@/lib/web/http/security-headers';
import { answerPrepared, expireWhenSent, preparePages } from '@/lib/web/prepared/answer';
import { isPreparation } from '@/lib/web/prepared/preparing';

/**
 * The object that lib/server.mjs and the code of the pages share. Bundles of one process share globalThis,
 * not modules. It is undefined under `next dev`, which brings its own server.
 */
type CourtHttp = {
  server: Server;
  /** Added to every response that does not set them itself. */
  headers: readonly (readonly [name: string, value: string])[];
  /** Takes each request before the framework does. @returns whether the framework shall answer it */
  receive: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  /** Called once all beside the pages has started, with what is then to be done before the first request. */
  noteStarted: (prepare: () => Promise<void>) => void;
  /** The response of the current request. */
  responses: AsyncLocalStorage<ServerResponse>;
  /** Whether the process was told to end. */
  isDraining: boolean;
  /** From now on every answer closes its connection. Resolves when no more come and all are closed. */
  drain: () => Promise<void>;
};

/** Responses of requests whose form was read. */
const readForms = new WeakSet<ServerResponse>();

const holder = globalThis as typeof globalThis & { courtHttp?: CourtHttp };

/** Takes a request before the framework does. @returns whether the framework shall answer it */
function take(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  if (isPreparation(request)) return true;
  if (!receive(request, response)) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') expireWhenSent(response);
  const answered = answerPrepared(request, response);
  return typeof answered === 'boolean' ? !answered : answered.then((isAnswered) => !isAnswered);
}

/**
 * Takes every request of this process first, and gives every response the security headers: pages, files of the
 * build, downloads, redirects, failures. What the framework prints becomes lines of the log.
 */
export function guardRequests(): void {
  if (!holder.courtHttp) return;
  Object.assign(holder.courtHttp, { headers: securityHeaders, receive: take });
  holder.courtHttp.server.on('connection', lingerOnClose);
  holder.courtHttp.server.on('clientError', answerMalformed);
  logFramework();
}

/** Notes that all beside the pages has started: the public ones are prepared, and requests come. */
export function noteStarted(): void {
  holder.courtHttp?.noteStarted(preparePages);
}

/**
 * Answers that this request is refused for `seconds`: 429 to a visitor who comes too often, 503 to a crowd.
 * Next gives a server action no way to set its status, so the refusal would otherwise be answered 200.
 */
export function answerLater(status: 429 | 503, seconds: number): void {
  const response = holder.courtHttp?.responses.getStore();
  if (!response || response.headersSent) return;
  response.statusCode = status;
  response.setHeader('retry-after', String(Math.ceil(seconds)));
}

/** Errors of the framework's own readers of forms: the form is broken, or made to break them. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    (error instanceof TypeError && /parse body|FormData/.test(error.message))
  );
}

/** Notes that the form of the current request was read: what fails from here on is our own failure. */
export function noteFormRead(): void {
  const response = holder.courtHttp?.responses.getStore();
  if (response) readForms.add(response);
}

/** Answers 400 in words where the framework failed to read a form that somebody sent; it would answer 500. */
export function answerUnreadable(method: string, error: unknown): void {
  const response = holder.courtHttp?.responses.getStore();
  if (method !== 'POST' || !response || response.headersSent || readForms.has(response)) return;
  if (!isUnreadable(error)) return;
  answerRefusal(response, refused('form'));
  // The framework goes on to answer what is answered.
  Object.assign(response, { write: () => true, end: () => response });
}

/**
 * The body of the current request as Node reads it, for who takes many bytes: on their way through the framework each is
 * copied twice more. Undefined under `next dev`, and where somebody has begun to read it.
 */
export function bodyOfRequest(): IncomingMessage | undefined {
  const request = holder.courtHttp?.responses.getStore()?.req;
  return request?.readableDidRead ? undefined : request;
}

/** Whether this process was told to end: it still answers, but new visitors belong elsewhere. */
export function isDraining(): boolean {
  return holder.courtHttp?.isDraining ?? false;
}

/** Begins to end: every answer closes its connection. Resolves when no more requests come and those under way are answered. */
export async function stopListening(): Promise<void> {
  await holder.courtHttp?.drain();
}
