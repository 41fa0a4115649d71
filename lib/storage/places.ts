import { hash, randomUUID } from 'node:crypto';
import { UTFile } from 'uploadthing/server';
import { env } from '@/lib/env';
import { systemNow } from '@/lib/services/clock';
import { disk } from '@/lib/storage/drivers/disk';
import type { Driver } from '@/lib/storage/drivers/driver';
import { filesFolder, openS3 } from '@/lib/storage/drivers/here';
import { findFile, keepFile, openFile } from '@/lib/storage/embedded/files';
import { realUploadThing } from '@/lib/storage/sdk';

/** Where files can be copied from and to, whichever of them the service itself uses. */
export const placeNames = ['disk', 's3', 'uploadthing'] as const;
export type PlaceName = (typeof placeNames)[number];

export type Place = {
  /** Null if the place has no such file. */
  read(key: string): Promise<Uint8Array | null>;
  has(key: string): Promise<boolean>;
  /** Stores a file. @param isRight examines what came back from there before the file counts. @returns its key there */
  put(key: string, bytes: Uint8Array, isRight: (stored: Uint8Array) => boolean): Promise<string>;
};

/** What was stored has other bytes than what was to be stored. */
export class StoredDiffers extends Error {
  override message = 'what was stored differs';
}

function embedded(driver: Driver): Place {
  const bytesOf = async (blob: Blob | null) => blob && new Uint8Array(await blob.arrayBuffer());
  return {
    has: async (key) => (await findFile(key, driver)) !== null,
    async read(key) {
      const file = await findFile(key, driver);
      return file && bytesOf(await openFile(key, file, driver));
    },
    async put(key, bytes, isRight) {
      const about = { name: 'document.pdf', size: bytes.length, type: 'application/pdf', customId: null };
      const file = {
        ...about,
        fileHash: hash('sha256', bytes),
        uploadedAt: systemNow().getTime(),
        bytes: key,
      };
      async function* whole() {
        yield bytes;
      }
      await driver.append(key, 0, bytes.length, whole());
      const stored = await bytesOf(await openFile(key, file, driver));
      if (!stored || !isRight(stored)) throw new StoredDiffers();
      await keepFile(key, file, driver);
      return key;
    },
  };
}

/** UploadThing chooses the keys itself: whoever copies to it must remember them. */
function uploadThing(): Place {
  const { api, fetch } = realUploadThing();
  const read = async (key: string) => {
    const { ufsUrl } = await api.generateSignedURL(key, { expiresIn: 60 });
    const answer = await fetch(ufsUrl);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`UploadThing answered ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  return {
    read,
    has: async () => false,
    async put(_key, bytes, isRight) {
      const file = new UTFile([new Uint8Array(bytes)], 'document.pdf', {
        customId: randomUUID(),
        type: 'application/pdf',
      });
      const { data, error } = await api.uploadFiles(file, {
        acl: 'private',
        contentDisposition: 'attachment',
      });
      if (!data) throw new Error(`UploadThing did not take the file: ${error.code}`);
      const stored = await read(data.key);
      if (!stored || !isRight(stored)) throw new StoredDiffers();
      return data.key;
    },
  };
}

/** @throws where the configuration lacks what the place needs */
export async function openPlace(name: PlaceName): Promise<Place> {
  if (name === 'disk') return embedded(disk(filesFolder()));
  if (name === 'uploadthing') {
    if (!env.UPLOADTHING_TOKEN) throw new Error('uploadthing needs UPLOADTHING_TOKEN');
    return uploadThing();
  }
  if (!(env.S3_BUCKET && env.S3_REGION)) throw new Error('s3 needs S3_BUCKET and S3_REGION');
  return embedded(await openS3());
}
