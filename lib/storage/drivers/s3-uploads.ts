import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { WrongStart } from '@/lib/storage/drivers/driver';
import { statusOf } from '@/lib/storage/drivers/s3-client';

/** The least that S3 takes as a part other than the last. */
const partBytes = 5 * 1024 * 1024;

/** Bytes in pieces of one size; the last, which may be empty, is what is left. */
async function* pieces(file: AsyncIterable<Uint8Array>, size: number) {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < size) continue;
    const bytes = Buffer.concat(waiting);
    let at = 0;
    for (; length >= size; [at, length] = [at + size, length - size])
      yield { bytes: bytes.subarray(at, at + size), isLast: false };
    waiting = [bytes.subarray(at)];
  }
  yield { bytes: Buffer.concat(waiting), isLast: true };
}

/**
 * Uploads that may break off and go on, at any machine: S3 itself keeps the parts that have arrived. Parts begin at
 * multiples of one size, so that two machines which meet in one upload write the same bytes.
 */
export class S3Uploads {
  constructor(
    private readonly client: S3Client,
    private readonly Bucket: string | undefined,
  ) {}

  /** The uploads of an object, or of all; a page at a time. */
  private async *begun(Prefix?: string) {
    let next: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } = {};
    for (;;) {
      const asked = { Bucket: this.Bucket, Prefix, ...next };
      const page = await this.client.send(new ListMultipartUploadsCommand(asked));
      yield page.Uploads ?? [];
      if (!page.IsTruncated) return;
      next = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
    }
  }

  /** Of several, which two machines began at once, the one whose id comes first: every machine chooses alike. */
  private async find(Key: string): Promise<string | undefined> {
    const ids: string[] = [];
    for await (const uploads of this.begun(Key))
      for (const upload of uploads) if (upload.Key === Key && upload.UploadId) ids.push(upload.UploadId);
    return ids.sort()[0];
  }

  /** One answer has a thousand parts, and so 5 GB: more than any document. */
  private async partsOf(Key: string, UploadId: string) {
    const { Parts = [] } = await this.client.send(
      new ListPartsCommand({ Bucket: this.Bucket, Key, UploadId }),
    );
    return Parts.sort((a, b) => (a.PartNumber ?? 0) - (b.PartNumber ?? 0));
  }

  async arrived(key: string): Promise<number> {
    const id = await this.find(key);
    if (!id) return 0;
    const parts = await this.partsOf(key, id);
    const missing = parts.findIndex(({ PartNumber, Size }, n) => PartNumber !== n + 1 || Size !== partBytes);
    return (missing < 0 ? parts.length : missing) * partBytes;
  }

  async append(key: string, start: number, size: number, file: AsyncIterable<Uint8Array>): Promise<number> {
    if (start % partBytes !== 0 || start > size) throw new WrongStart();
    return size > partBytes ? this.appendParts(key, start, size, file) : this.putWhole(key, size, file);
  }

  private async putWhole(Key: string, size: number, file: AsyncIterable<Uint8Array>): Promise<number> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file) chunks.push(chunk);
    const Body = Buffer.concat(chunks);
    if (Body.length === size)
      await this.client.send(new PutObjectCommand({ Bucket: this.Bucket, Key, Body }));
    return Body.length;
  }

  private async appendParts(key: string, start: number, size: number, file: AsyncIterable<Uint8Array>) {
    const UploadId = await this.find(key);
    if (start > 0 && start > (await this.arrived(key))) throw new WrongStart();
    const upload = { Bucket: this.Bucket, Key: key, UploadId: UploadId ?? (await this.begin(key)) };
    let at = start;
    for await (const { bytes, isLast } of pieces(file, partBytes)) {
      // What breaks off within a part is sent again, unless it is the end of the file.
      if (bytes.length > 0 && (!isLast || at + bytes.length === size)) {
        const PartNumber = at / partBytes + 1;
        await this.client.send(new UploadPartCommand({ ...upload, PartNumber, Body: bytes }));
      }
      at += bytes.length;
    }
    if (at === size) await this.complete(upload.Key, upload.UploadId, size);
    if (at > size) await this.abort(upload.Key, upload.UploadId);
    return at - start;
  }

  private async begin(Key: string): Promise<string> {
    const { UploadId } = await this.client.send(
      new CreateMultipartUploadCommand({ Bucket: this.Bucket, Key }),
    );
    if (!UploadId) throw new Error('S3 began no upload');
    return UploadId;
  }

  private async complete(Key: string, UploadId: string, size: number): Promise<void> {
    const all = await this.partsOf(Key, UploadId);
    const parts = all.slice(0, Math.ceil(size / partBytes));
    if (parts.reduce((sum, { Size = 0 }) => sum + Size, 0) !== size) throw new WrongStart();
    const Parts = parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag }));
    const asked = { Bucket: this.Bucket, Key, UploadId, MultipartUpload: { Parts } };
    await this.client.send(new CompleteMultipartUploadCommand(asked));
  }

  private async abort(Key: string, UploadId: string): Promise<void> {
    await this.client
      .send(new AbortMultipartUploadCommand({ Bucket: this.Bucket, Key, UploadId }))
      .catch((error: unknown) => {
        if (statusOf(error) !== 404) throw error;
      });
  }

  /** Gives up the uploads that began before an instant. */
  async abortOlder(before: Date): Promise<void> {
    for await (const uploads of this.begun())
      for (const { Key, UploadId, Initiated } of uploads)
        if (Key && UploadId && Initiated && Initiated < before) await this.abort(Key, UploadId);
  }
}
