import { connect, type Socket } from 'node:net';

/** Bytes of an answer's head, and what it says of its body. */
const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = '0\r\n\r\n';

/** The bytes of the first whole answer in what has come; 0: it is not whole yet. */
function wholeAnswer(come: Buffer): number {
  const at = come.indexOf(headEnd);
  if (at < 0) return 0;
  const head = come.toString('latin1', 0, at).toLowerCase();
  if (!head.startsWith('http/1.1 200')) throw new Error(head);
  const body = at + headEnd.length;
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const end = body + Number(length);
    return come.length >= end ? end : 0;
  }
  const end = come.indexOf(lastChunk, body);
  return end < 0 ? 0 : end + lastChunk.length;
}

/** Asks for a page again as soon as it has come, on one connection, until told to stop. */
async function askOnAndOn(origin: URL, path: string, isOver: () => boolean): Promise<number> {
  const socket: Socket = connect({ host: origin.hostname, port: Number(origin.port), noDelay: true });
  const request = `GET ${path} HTTP/1.1\r\nHost: ${origin.host}\r\nAccept: text/html\r\n\r\n`;
  let answered = 0;
  let come: Buffer = Buffer.alloc(0);
  socket.write(request);
  for await (const part of socket) {
    come = come.length === 0 ? part : Buffer.concat([come, part]);
    const end = wholeAnswer(come);
    if (end === 0) continue;
    come = come.subarray(end);
    answered += 1;
    if (isOver()) break;
    socket.write(request);
  }
  socket.destroy();
  return answered;
}

/** How many answers a second a server gives to a page, as it is without compression. @param connections that ask at once */
export async function perSecond(
  origin: string,
  path: string,
  { seconds = 2, connections = 50 } = {},
): Promise<number> {
  const url = new URL(origin);
  const runFor = async (ms: number) => {
    const began = performance.now();
    const isOver = () => performance.now() - began > ms;
    const all = await Promise.all(Array.from({ length: connections }, () => askOnAndOn(url, path, isOver)));
    return (all.reduce((sum, one) => sum + one, 0) / (performance.now() - began)) * 1000;
  };
  await runFor(500);
  return runFor(seconds * 1000);
}
