import { type UTApi, UTFile } from 'uploadthing/server';
import { lockFile } from '@/lib/storage/embedded/lock';
import { storageFetch, utApi } from '@/lib/storage/sdk';
import { watched } from '@/lib/traced';

/** Storage answers, but has no file under the key. */
export class FileGone extends Error {
  override message = 'storage has no such file';
}

/**
 * The storage of the documents' bytes. It has one implementation, on the UploadThing SDK: with
 * UPLOADTHING_TOKEN the real service, else the embedded one, which stores where STORAGE says.
 */
export type DocumentStore = {
  /**
   * Stores bytes privately. `customId` must be new for every call, because the service accepts none twice.
   * `name` must say nothing about people. Both may leave the country. A document that is `issued` is locked where
   * S3_LOCK_YEARS says so.
   * @returns the storage key, which finds the bytes again
   */
  put(key: { customId: string; name: string; issued?: boolean }, bytes: Uint8Array | Blob): Promise<string>;
  /** All bytes under the key. @throws FileGone if there are none */
  read(storageKey: string): Promise<Uint8Array>;
  /** Deletes files. An absent key is no error. */
  delete(storageKeys: string | string[]): Promise<void>;
  exists(storageKey: string): Promise<boolean>;
  /** Deletes the files that were stored under these ids. An unused id is no error. */
  deleteByCustomId(customIds: string[]): Promise<void>;
};

let client: UTApi | undefined;
/** Made on demand, because the build imports this file without a configuration. */
function sdk(): UTApi {
  client ??= utApi();
  return client;
}

/** A storage service that does not answer must not delay a filing beyond its lease. */
const readMs = 30_000;

/** Anyone with a signed URL has access, so it lives for a minute and stays on the server. */
async function fetchFile(storageKey: string, method: 'GET' | 'HEAD'): Promise<Response> {
  const { ufsUrl } = await sdk().generateSignedURL(storageKey, { expiresIn: 60 });
  return storageFetch(ufsUrl, { method, cache: 'no-store', signal: AbortSignal.timeout(readMs) });
}

/** Where its size is known, the bytes go to their place as they come, and are in memory once. */
async function wholeOf(response: Response): Promise<Uint8Array> {
  const size = Number(response.headers.get('content-length'));
  if (!size || !response.body) return new Uint8Array(await response.arrayBuffer());
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const chunk of response.body) {
    if (at + chunk.length > size) throw new Error('storage sent more than it said');
    whole.set(chunk, at);
    at += chunk.length;
  }
  if (at < size) throw new Error('storage sent less than it said');
  return whole;
}

const unwatched: DocumentStore = {
  async put({ customId, name, issued }, bytes) {
    const part = bytes instanceof Blob ? bytes : new Uint8Array(bytes);
    const file = new UTFile([part], name, { customId, type: 'application/pdf' });
    const { data, error } = await sdk().uploadFiles(file, {
      acl: 'private',
      contentDisposition: 'attachment',
    });
    if (!data) throw new Error(`storage did not take the file: ${error.code}`);
    if (issued) await lockFile(data.key);
    return data.key;
  },

  async read(storageKey) {
    const response = await fetchFile(storageKey, 'GET');
    if (response.status === 404) throw new FileGone();
    if (!response.ok) throw new Error(`storage answered ${response.status}`);
    return wholeOf(response);
  },

  async delete(storageKeys) {
    const { success } = await sdk().deleteFiles(storageKeys);
    if (!success) throw new Error('storage did not delete the files');
  },

  async deleteByCustomId(customIds) {
    if (customIds.length === 0) return;
    const { success } = await sdk().deleteFiles(customIds, { keyType: 'customId' });
    if (!success) throw new Error('storage did not delete the files');
  },

  async exists(storageKey) {
    const response = await fetchFile(storageKey, 'HEAD');
    if (!response.ok && response.status !== 404) throw new Error(`storage answered ${response.status}`);
    return response.ok;
  },
};

/** Each operation is measured, and a span. Keys and names stay here. */
export const store: DocumentStore = {
  put: (key, bytes) => watched('storage', 'put', () => unwatched.put(key, bytes)),
  read: (storageKey) => watched('storage', 'read', () => unwatched.read(storageKey)),
  delete: (storageKeys) => watched('storage', 'delete', () => unwatched.delete(storageKeys)),
  exists: (storageKey) => watched('storage', 'exists', () => unwatched.exists(storageKey)),
  deleteByCustomId: (customIds) => watched('storage', 'delete', () => unwatched.deleteByCustomId(customIds)),
};
