import type { Socket } from 'node:net';
import { cutWhenSilent, lingering } from '@/lib/web/http/body-time';

/**
 * Closes a connection as RFC 9112, section 9.6, asks: first what is sent, then, once the other side has closed or is
 * silent, the rest. Closed at once, with bytes unread, it would be reset, and the answer lost on its way.
 */
export function closeLingering(socket: Socket): void {
  if (socket.writableEnded) return;
  socket.end();
  cutWhenSilent(socket, lingering, () => false);
}

/** Has Node close this connection in that way after an answer that is its last. */
export function lingerOnClose(socket: Socket): void {
  socket.destroySoon = () => closeLingering(socket);
}
