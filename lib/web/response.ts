import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';

/**
 * The response that a server action answers with. Next gives actions no way to its status, so a form that is refused
 * for now would be answered 200: Node tells of each request as it starts, and what runs for it finds its response here.
 */

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtResponses?: AsyncLocalStorage<ServerResponse> };
holder.courtResponses ??= new AsyncLocalStorage();
const responses = holder.courtResponses;

/** From now on each request's response is known to what runs for it. Once a process. */
export function noteResponses(): void {
  subscribe('http.server.request.start', (message) => {
    responses.enterWith((message as { response: ServerResponse }).response);
  });
}

/** Answers this request as refused for so many seconds: 429 for one who comes too often, 503 for a crowd. */
export function answerLater(status: 429 | 503, seconds: number): void {
  const response = responses.getStore();
  if (!response || response.headersSent) return;
  response.statusCode = status;
  response.setHeader('retry-after', String(Math.ceil(seconds)));
}
