import { type UTApi, UTFile } from 'uploadthing/server';
import { storageFetch, utApi } from '@/lib/services/storage/sdk';

/** Storage answers, and has no file under the key. */
export class FileGone extends Error {
  override message = 'storage has no such file';
}

/**
 * Where the bytes of documents lie. One implementation, on the UploadThing SDK: with UPLOADTHING_TOKEN the real
 * service, else the embedded one under DATA_DIR.
 */
export type DocumentStore = {
  /**
   * Stores bytes privately. `customId` is new for every call, because the service takes none twice, and `name` says
   * nothing about people: both may leave the country. @returns the storage key, by which the bytes are found again
   */
  put(key: { customId: string; name: string }, bytes: Uint8Array | Blob): Promise<string>;
  /** All bytes under the key. @throws FileGone where there are none */
  read(storageKey: string): Promise<Uint8Array>;
  /** Deletes; a key that does not exist is no error. */
  delete(storageKey: string): Promise<void>;
  exists(storageKey: string): Promise<boolean>;
  /** Deletes what was put under these ids; one under which nothing was put is no error. */
  deleteByCustomId(customIds: string[]): Promise<void>;
};

let client: UTApi | undefined;
/** Made when first needed: the build imports this file without a configuration. */
function sdk(): UTApi {
  client ??= utApi();
  return client;
}

/** A service that does not answer must not hold a filing longer than its lease. */
const readMs = 30_000;

/** Signed addresses give access to whoever holds them: they live for a minute and stay on the server. */
async function fetchFile(storageKey: string, method: 'GET' | 'HEAD'): Promise<Response> {
  const { ufsUrl } = await sdk().generateSignedURL(storageKey, { expiresIn: 60 });
  return storageFetch(ufsUrl, { method, cache: 'no-store', signal: AbortSignal.timeout(readMs) });
}

export const store: DocumentStore = {
  async put({ customId, name }, bytes) {
    const part = bytes instanceof Blob ? bytes : new Uint8Array(bytes);
    const file = new UTFile([part], name, { customId, type: 'application/pdf' });
    const { data, error } = await sdk().uploadFiles(file, {
      acl: 'private',
      contentDisposition: 'attachment',
    });
    if (!data) throw new Error(`storage did not take the file: ${error.code}`);
    return data.key;
  },

  async read(storageKey) {
    const response = await fetchFile(storageKey, 'GET');
    if (response.status === 404) throw new FileGone();
    if (!response.ok) throw new Error(`storage answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },

  async delete(storageKey) {
    const { success } = await sdk().deleteFiles(storageKey);
    if (!success) throw new Error('storage did not delete the file');
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
