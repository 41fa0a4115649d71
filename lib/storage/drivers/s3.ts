import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  PutObjectRetentionCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { env } from '@/lib/env';
import type { Driver, Kind } from '@/lib/storage/drivers/driver';
import { s3Client, statusOf } from '@/lib/storage/drivers/s3-client';
import { S3Uploads } from '@/lib/storage/drivers/s3-uploads';

/** So often an answer that breaks off is asked for anew; requests without an answer are repeated by the SDK. */
const reads = 4;

/** The bucket of any S3-compatible service. Each name is an object `<kind>/<name>`. */
export function s3(client: S3Client = s3Client()): Driver {
  const Bucket = env.S3_BUCKET;
  const objectOf = (kind: Kind, name: string) => ({ Bucket, Key: `${kind}/${name}` });
  const uploads = new S3Uploads(client, Bucket);

  /** @returns undefined where the answer broke off */
  async function get(kind: Kind, name: string): Promise<Blob | undefined> {
    const { Body } = await client.send(new GetObjectCommand(objectOf(kind, name)));
    const bytes = await Body?.transformToByteArray().catch(() => undefined);
    return bytes && new Blob([new Uint8Array(bytes)]);
  }
  const remove = async (Key: string) => void (await client.send(new DeleteObjectCommand({ Bucket, Key })));

  async function* objects(kind: Kind) {
    const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: `${kind}/` });
    for await (const { Contents = [] } of pages) yield Contents;
  }

  return {
    async open(kind, name) {
      try {
        for (let left = reads; left > 0; left -= 1) {
          const found = await get(kind, name);
          if (found) return found;
        }
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
      throw new Error('S3 broke off its answers');
    },
    async write(kind, name, bytes) {
      await client.send(new PutObjectCommand({ ...objectOf(kind, name), Body: bytes }));
    },
    remove: (kind, name) => remove(`${kind}/${name}`),
    async *list(kind) {
      for await (const found of objects(kind))
        yield found.flatMap(({ Key }) => (Key ? [Key.slice(kind.length + 1)] : []));
    },
    arrived: (upload) => uploads.arrived(`bytes/${upload}`),
    append: (upload, start, size, file) => uploads.append(`bytes/${upload}`, start, size, file),
    async removeAbandoned(before) {
      await uploads.abortOlder(before);
      for await (const found of objects('incoming'))
        for (const { Key, LastModified } of found)
          if (Key && LastModified && LastModified < before) await remove(Key);
    },
    async lock(name, until) {
      const Retention = { Mode: 'COMPLIANCE' as const, RetainUntilDate: until };
      await client.send(new PutObjectRetentionCommand({ ...objectOf('bytes', name), Retention }));
    },
  };
}
