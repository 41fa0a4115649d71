import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { log } from '@/lib/log';
import { closeLingering } from '@/lib/web/http/lingering-close';
import { refused } from '@/lib/web/http/refused-request';
import { securityHeaders } from '@/lib/web/http/security-headers';

/** Connections on which an answer is under way: no other may be written into it. */
const answering = new WeakSet<Socket>();

/** Notes that an answer is under way on this connection until the response closes. */
export function noteAnswering(socket: Socket, response: { once(event: 'close', then: () => void): unknown }) {
  answering.add(socket);
  response.once('close', () => answering.delete(socket));
}

/** What Node's reader of requests found, and why the request is refused. */
const reasons = { HPE_HEADER_OVERFLOW: 'headers', ERR_HTTP_REQUEST_TIMEOUT: 'late' } as const;

const reasonOf = (code = ''): 'headers' | 'late' | 'request' =>
  code in reasons ? reasons[code as keyof typeof reasons] : 'request';

/** Answers, in words, a request that is not HTTP, has more headers than Node reads (16 kB), or never came whole. */
export function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  // What still comes of a request that was answered is read and forgotten.
  if (socket.writableEnded && !socket.destroyed) return;
  if (!socket.writable || error.code === 'ECONNRESET' || answering.has(socket)) return void socket.destroy();
  const { status, reason, html } = refused(reasonOf(error.code));
  log.info({ status, reason }, 'request refused');
  const headers = [
    ...securityHeaders,
    ['content-type', 'text/html; charset=utf-8'],
    ['content-length', String(Buffer.byteLength(html))],
    ['connection', 'close'],
  ];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${html}`);
  closeLingering(socket);
}
