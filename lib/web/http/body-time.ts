import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemNow } from '@/lib/services/clock';

/**
 * Bodies of requests end: nobody holds a connection with half of one. A sender who is silent is cut off, and so is one
 * who takes longer than a slow line would, or who goes on after the answer.
 */

const silenceMs = 30_000;
const leastMs = 60_000;
/** A slow line: 160 kbit/s, at which the largest document takes half an hour. */
const bytesPerMs = 20;
/** The sender of a body that nobody reads has so long to see the answer. */
const lingerMs = 2_000;
const everyMs = 1_000;

/** Whether the service has read all that came: only then is it the sender who is silent. */
const isReadEmpty = (request: IncomingMessage) => request.readableLength === 0;

/**
 * Watches a request until its body has come.
 * @param most the most bytes that it may bring
 */
export function watchBody(request: IncomingMessage, response: ServerResponse, most: number): void {
  const { socket, headers } = request;
  if (!headers['content-length'] && !headers['transfer-encoding']) return;
  const endsAt = systemNow().getTime() + leastMs + Number(headers['content-length'] ?? most) / bytesPerMs;
  let heard = socket.bytesRead;
  let heardAt = systemNow().getTime();
  const watch = setInterval(() => {
    if (request.complete || socket.destroyed) return clearInterval(watch);
    const now = systemNow().getTime();
    if (socket.bytesRead !== heard || !isReadEmpty(request)) [heard, heardAt] = [socket.bytesRead, now];
    if (now - heardAt >= silenceMs || now >= endsAt) socket.destroy();
  }, everyMs);
  watch.unref();
  response.on('finish', () => {
    const cut = () => request.complete || socket.destroy();
    if (!request.complete) setTimeout(cut, lingerMs).unref();
  });
}
