import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Bodies of requests end: nobody holds a connection with half of one. A sender who is silent is cut off, and so is one
 * who takes longer than a slow line would, or who goes on after the answer.
 */

const silenceMs = 30_000;
const leastMs = 60_000;
/** A slow line: 160 kbit/s, at which the largest document takes half an hour. */
const bytesPerMs = 20;
/** Whoever still sends when the answer stands has so long to see it: while bytes come, and no longer in all. */
export const lingering = { silenceMs: 2_000, mostMs: 30_000 };
const everyMs = 1_000;

/**
 * Cuts a connection off once nothing comes from it for `silenceMs`, and after `mostMs` in any case, unless it is over before.
 * @param hasUnread whether the service has yet to read what came: then it is not the sender who is silent
 */
export function cutWhenSilent(
  socket: Socket,
  { silenceMs, mostMs }: { silenceMs: number; mostMs: number },
  isOver: () => boolean,
  hasUnread = () => false,
): void {
  let heard = socket.bytesRead;
  let heardAt = performance.now();
  const endsAt = heardAt + mostMs;
  const watch = setInterval(() => {
    if (isOver() || socket.destroyed) return clearInterval(watch);
    const now = performance.now();
    if (socket.bytesRead !== heard || hasUnread()) [heard, heardAt] = [socket.bytesRead, now];
    if (now - heardAt >= silenceMs || now >= endsAt) socket.destroy();
  }, everyMs);
  watch.unref();
}

/**
 * Watches a request until its body has come.
 * @param most the most bytes that it may bring
 */
export function watchBody(request: IncomingMessage, response: ServerResponse, most: number): void {
  const { socket, headers } = request;
  if (!headers['content-length'] && !headers['transfer-encoding']) return;
  const mostMs = leastMs + Number(headers['content-length'] ?? most) / bytesPerMs;
  const isWhole = () => request.complete;
  cutWhenSilent(socket, { silenceMs, mostMs }, isWhole, () => request.readableLength > 0);
  response.on('finish', () => cutWhenSilent(socket, lingering, isWhole));
}
