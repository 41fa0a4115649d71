import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';
import { Reading } from '@/app/api/verify/reading';
import { MAX_CHECKED_BYTES } from '@/lib/domain/question';

/**
 * Reads the one file of a multipart/form-data request as it arrives; nothing of it is stored. Of a file that is too
 * large one byte more than the limit is read and the rest let go.
 * @throws when the request breaks off or is not such a form
 */
export async function receiveFile(request: Request): Promise<Reading> {
  const reading = new Reading();
  const form = busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: { files: 1, fields: 0, fileSize: MAX_CHECKED_BYTES + 1 },
  });
  form.on('file', (_field, file) => file.on('data', (bytes: Uint8Array) => reading.take(bytes)));
  const body = request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]);
  await pipeline(body, form);
  return reading;
}
