import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { findFile, type StoredFile } from '@/lib/storage/embedded/files';
import { sign } from '@/lib/storage/embedded/signature';

/** The app's upload route, called in the same process. */
export type TellApp = (request: Request) => Promise<Response>;

function callbackRequest(key: string, file: StoredFile, told: NonNullable<StoredFile['announced']>): Request {
  const address = `${env.PUBLIC_ORIGIN}/api/ut`;
  const url = `${address}/${key}`;
  const { name, size, type, customId, fileHash } = file;
  const body = JSON.stringify({
    status: 'uploaded',
    metadata: told.metadata,
    origin: address,
    file: { key, name, size, type, customId, fileHash, url, appUrl: url, ufsUrl: url },
  });
  return new Request(`${told.callbackUrl}?slug=${encodeURIComponent(told.callbackSlug)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'uploadthing-hook': 'callback',
      'x-uploadthing-signature': sign(body),
    },
    body,
  });
}

/**
 * Tells the app about a complete file if the upload was announced and the app has not answered yet. A PUT
 * repeated after a crash thus tells the app again. The app posts its answer to `/callback-result` before this
 * returns.
 */
export async function tellApp(key: string, app: TellApp | undefined): Promise<StoredFile> {
  const file = await findFile(key);
  if (!file) throw new Error('the file is gone');
  if (!app || !file.announced || file.answer) return file;
  const response = await app(callbackRequest(key, file, file.announced));
  if (!response.ok) log.error({ key, status: response.status }, 'the app refused to hear of an upload');
  return (await findFile(key)) ?? file;
}
