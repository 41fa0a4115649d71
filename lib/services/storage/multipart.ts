import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';

export type ReceivedForm = {
  fields: Record<string, string>;
  /** The file's name as sent; empty when there was no file. */
  name: string;
  /** Bytes appended to `to`: at most one more than the limit. */
  written: number;
};

/**
 * Appends the one file of a multipart/form-data request to the file `to` as it arrives, without holding it in memory,
 * and collects the few short fields beside it. Of a file over `limit` bytes one byte more is written and the rest is
 * let go. Rejects when the request breaks off or is not such a form; what had arrived stays in `to`.
 */
export async function receiveForm(
  request: Request,
  to: string,
  limit: number,
  signal?: AbortSignal,
): Promise<ReceivedForm> {
  const received: ReceivedForm = { fields: {}, name: '', written: 0 };
  let written: Promise<void> = Promise.resolve();

  const form = busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    defParamCharset: 'utf8',
    limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: limit + 1 },
  });
  form.on('field', (name, value) => {
    received.fields[name] = value;
  });
  form.on('file', (_field, file, { filename }) => {
    received.name = filename ?? '';
    const out = createWriteStream(to, { flags: 'a', mode: 0o600 });
    written = pipeline(file, out).then(
      () => {
        received.written = out.bytesWritten;
      },
      (error: Error) => void form.destroy(error),
    );
  });

  const body = request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]);
  await pipeline(body, form, { signal }).finally(() => written);
  return received;
}
