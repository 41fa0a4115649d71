import { createHash } from 'node:crypto';
import { readSealMark, type SealMark } from '@/lib/domain/register/verification';
import type { VerificationQuery } from '@/lib/domain/register/verification-query';

/**
 * Bytes of the last piece that are read again with the next: more than the length of a seal mark, which may
 * span two pieces.
 */
const overlap = 100;

/**
 * Reads the SHA-256 of a file and the mark of its newest seal while the file arrives. It stores nothing of
 * the file.
 */
export class ReceivedFile {
  size = 0;
  private readonly hash = createHash('sha256');
  private end: Uint8Array = new Uint8Array();
  private mark: SealMark | undefined;

  /** The next bytes of the file. */
  take(bytes: Uint8Array): void {
    this.size += bytes.length;
    this.hash.update(bytes);
    const seen = Buffer.concat([this.end, bytes]);
    this.mark = readSealMark(seen) ?? this.mark;
    this.end = Uint8Array.from(seen.subarray(-overlap));
  }

  /** The verification query for the file. Call it once, after the last bytes. */
  query(): VerificationQuery {
    return { sha256: this.hash.digest('hex'), ...this.mark };
  }
}
