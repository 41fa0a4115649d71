import { createHash } from 'node:crypto';
import { byteRangeRoom, type Holes } from '@/lib/pdf/signature/signature-field';
import type { Written } from '@/lib/pdf/syntax/revision';

/** Signs the SHA-256 of a document; `room` is the greatest length of a signature in bytes. */
export type Signer = { room: number; sign(digest: Uint8Array): Promise<Uint8Array> };

/** A revision and the hole for its signature, from one byte to another, `<` and `>` included. */
export type Unsigned = { revision: Buffer; hole: [from: number, to: number] };

/**
 * The revision to append to the file's bytes; the SHA-256 of the file and of file and revision together, in
 * hex.
 */
export type Signed = { revision: Buffer; originalSha256: string; sha256: string };

/**
 * Fills in /ByteRange: all bytes of the file except the hole; ISO 32000-2, 12.8.1.
 * @param before how many bytes of the file precede the revision, counted from the very first byte
 * @param start where the signature dictionary begins in the revision; `holes` are positions within the
 *   dictionary
 */
export function withByteRange({ bytes }: Written, before: number, start: number, holes: Holes): Unsigned {
  const [from, to] = [start + holes.from, start + holes.to];
  const range = `[0 ${before + from} ${before + to} ${bytes.length - to}]`;
  bytes.write(range.padEnd(byteRangeRoom.length), start + holes.byteRange, 'latin1');
  return { revision: bytes, hole: [from, to] };
}

/** Signs the file with its new revision, and writes the signature into the revision. */
export async function sign(bytes: Uint8Array, { revision, hole }: Unsigned, signer: Signer): Promise<Signed> {
  // Hashed once: the hash state after the original serves for the signature and for the signed file.
  const original = createHash('sha256').update(bytes);
  const [from, to] = hole;
  const digest = original.copy().update(revision.subarray(0, from)).update(revision.subarray(to)).digest();
  const signature = Buffer.from(await signer.sign(digest)).toString('hex');
  if (signature.length > to - from - 2) throw new RangeError('the signature is longer than the room for it');
  revision.write(signature, from + 1, 'latin1');
  const sha256 = original.copy().update(revision).digest('hex');
  return { revision, originalSha256: original.digest('hex'), sha256 };
}
