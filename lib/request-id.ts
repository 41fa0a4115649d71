import type { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Each request has an id, which is in every line of the log and of the audit that it leads to, in its response, and on
 * the page that says that something failed: whoever asks for help names it, and staff find what happened.
 */
export const requestIdHeader = 'x-request-id';

/** Ids from a server in front, or from anyone: no other signs reach the log. */
const taken = /^[\w.-]{8,64}$/;

/** Gives a request the id that it brings, or a new one, and gives it back with the response. */
export function giveRequestId({ headers }: IncomingMessage, response: ServerResponse): void {
  const brought = String(headers[requestIdHeader] ?? '');
  const id = taken.test(brought) ? brought : randomUUID();
  headers[requestIdHeader] = id;
  response.setHeader(requestIdHeader, id);
}

// lib/server.mjs runs what a request leads to with its response in this storage.
const holder = globalThis as typeof globalThis & {
  courtHttp?: { responses: AsyncLocalStorage<ServerResponse> };
};

/** The id of the request that this code runs for, or undefined for work that no request began. */
export function currentRequestId(): string | undefined {
  const id = holder.courtHttp?.responses.getStore()?.getHeader(requestIdHeader);
  return id === undefined ? undefined : String(id);
}
