import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';

/** `names` are the names of the files as sent, in their order: empty for a field in which no file was chosen. */
export type ReadForm = { fields: Record<string, string>; names: string[] };
/** `written` is the number of bytes in the file under `path`: at most one more than the limit. */
export type ReceivedFile = { name: string; path: string; written: number };
export type ReceivedForm = { fields: Record<string, string>; files: ReceivedFile[] };

/** The most bytes of a file, and how many files, one if it is not said. */
type Limits = { bytes: number; files?: number };

const bodyOf = ({ body }: Request) => (body ? Readable.fromWeb(body as NodeStream) : Readable.from([]));

/**
 * Reads a multipart/form-data request as it arrives: passes each of its files to `take`, one after the other, and
 * collects the few short fields beside them. `body` is the request's, where Node's own stream of it is known. Of a file over the limit it passes one byte more and drops the rest.
 * Files over the limit are left out.
 * @throws if the request breaks off or is not such a form; also whatever `take` throws
 */
export async function readForm(
  request: Request,
  { bytes, files = 1 }: Limits,
  take: (file: Readable, at: number) => Promise<void>,
  { body, signal }: { body?: Readable | undefined; signal?: AbortSignal } = {},
): Promise<ReadForm> {
  const read: ReadForm = { fields: {}, names: [] };
  const taken: Promise<void>[] = [];
  let failure: Error | undefined;

  const form = busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    defParamCharset: 'utf8',
    limits: { files, fields: 10, fieldSize: 1_000, fileSize: bytes + 1 },
  });
  form.on('field', (name, value) => {
    read.fields[name] = value;
  });
  form.on('file', (_field, file, { filename }) => {
    const at = read.names.push(filename ?? '') - 1;
    // `take` may not be reading yet when the request breaks off.
    file.on('error', () => undefined);
    const taking = take(file, at).catch((error: Error) => {
      failure = error;
      form.destroy(error);
    });
    taken.push(taking);
  });

  const broken = await pipeline(body ?? bodyOf(request), form, { ...(signal && { signal }) }).catch(
    (error: Error) => error,
  );
  await Promise.all(taken);
  // What `take` threw says more than that the form was not read to its end.
  if (failure ?? broken) throw failure ?? broken;
  return read;
}

/**
 * Writes each file of a request to a file of its own as it arrives, as `readForm` reads it.
 * @param pathOf where the file at this place, from 0, is written
 */
export async function receiveForm(
  request: Request,
  pathOf: (at: number) => string,
  limits: Limits,
): Promise<ReceivedForm> {
  const written: number[] = [];
  const write = async (file: Readable, at: number) => {
    const out = createWriteStream(pathOf(at), { mode: 0o600 });
    await pipeline(file, out);
    written[at] = out.bytesWritten;
  };
  const { fields, names } = await readForm(request, limits, write);
  return { fields, files: names.map((name, at) => ({ name, path: pathOf(at), written: written[at] ?? 0 })) };
}
