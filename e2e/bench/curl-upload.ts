import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const curl = (args: string[]) => run('curl', ['-sf', '-o', '/dev/null', ...args]);

/** A server that stores what is put to it, flushed to disk, and does nothing else. */
export async function plainServer(
  folder: string,
): Promise<{ put: (file: string) => Promise<number>; stop: () => void }> {
  let storedAt = 0;
  const server = createServer(async (request, response) => {
    await pipeline(request, createWriteStream(path.join(folder, 'stored'), { flush: true }));
    storedAt = performance.now();
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const put = async (file: string) => {
    const began = performance.now();
    await curl(['-T', file, `http://127.0.0.1:${port}/`]);
    return storedAt - began;
  };
  return { put, stop: () => void server.close() };
}

/** When the bytes of an upload are flushed: they leave the folder of what arrives. */
async function whenStored(dataDir: string, signal: AbortSignal): Promise<number> {
  const incoming = path.join(dataDir, 'files', 'incoming');
  const begun = new Set<string>();
  for await (const { eventType, filename } of watch(incoming, { signal })) {
    if (!filename || !/^[0-9a-f]{64}\.part$/.test(filename)) continue;
    const hasMoved = eventType === 'rename' && !existsSync(path.join(incoming, filename));
    if (hasMoved && begun.has(filename)) return performance.now();
    begun.add(filename);
  }
  throw new Error('an upload was not stored');
}

/** A file as a browser sends it, by the same curl. */
export const sendForm = (file: string, url: string) =>
  curl([
    '-X',
    'PUT',
    '-H',
    'range: bytes=0-',
    '-F',
    `file=@${file};type=application/pdf;filename=claim.pdf`,
    url,
  ]);

/** @returns milliseconds until the bytes are stored, as for the plain server, and until all is answered */
export async function putStored(
  dataDir: string,
  file: string,
  url: string,
): Promise<{ stored: number; all: number }> {
  const over = new AbortController();
  const storedAt = whenStored(dataDir, over.signal);
  try {
    const began = performance.now();
    await sendForm(file, url);
    const all = performance.now() - began;
    return { stored: (await storedAt) - began, all };
  } finally {
    over.abort();
  }
}

/** Writes bytes where curl finds them. */
export function fileFor(folder: string, bytes: Uint8Array): string {
  const file = path.join(folder, 'sent.pdf');
  writeFileSync(file, bytes);
  return file;
}
