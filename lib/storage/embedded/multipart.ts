import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';

/** `name` is the file's name as sent, empty if there is no file. */
export type ReadForm = { fields: Record<string, string>; name: string };
/** `written` is the number of bytes appended to the file: at most one more than the limit. */
export type ReceivedForm = ReadForm & { written: number };

/**
 * Reads a multipart/form-data request as it arrives: passes its one file to `take`, and collects the few
 * short fields beside it. Of a file over `limit` bytes it passes one byte more and drops the rest.
 * @throws if the request breaks off or is not such a form; also whatever `take` throws
 */
export async function readForm(
  request: Request,
  limit: number,
  take: (file: Readable) => Promise<void>,
  signal?: AbortSignal,
): Promise<ReadForm> {
  const read: ReadForm = { fields: {}, name: '' };
  let taken: Promise<void> = Promise.resolve();
  let failure: Error | undefined;

  const form = busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: limit + 1 },
  });
  form.on('field', (name, value) => {
    read.fields[name] = value;
  });
  form.on('file', (_field, file, { filename }) => {
    read.name = filename ?? '';
    // `take` may not be reading yet when the request breaks off.
    file.on('error', () => undefined);
    taken = take(file).catch((error: Error) => {
      failure = error;
      form.destroy(error);
    });
  });

  const body = request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]);
  const broken = await pipeline(body, form, { signal }).catch((error: Error) => error);
  await taken;
  // What `take` threw says more than that the form was not read to its end.
  if (failure ?? broken) throw failure ?? broken;
  return read;
}

/**
 * Appends the one file of a request to the file `to` as it arrives, as `readForm` reads it. If a request
 * breaks off, the bytes that had arrived stay in `to`.
 */
export async function receiveForm(
  request: Request,
  to: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ReceivedForm> {
  let written = 0;
  const append = async (file: Readable) => {
    const out = createWriteStream(to, { flags: 'a', mode: 0o600 });
    await pipeline(file, out);
    written = out.bytesWritten;
  };
  const read = await readForm(request, limit, append, signal);
  return { ...read, written };
}
