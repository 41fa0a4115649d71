import { createHash } from 'node:crypto';
import { HEAD_BYTES, type OtherFileKind, otherFileKind } from '@/lib/domain/claim/file-kind';
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
  /** As the browser calls it; empty if no file was chosen. */
  name = '';
  private head: Uint8Array = new Uint8Array();
  private readonly hash = createHash('sha256');
  private end: Uint8Array = new Uint8Array();
  private mark: SealMark | undefined;

  /** The next bytes of the file. */
  take(bytes: Uint8Array): void {
    this.size += bytes.length;
    this.hash.update(bytes);
    if (this.head.length < HEAD_BYTES) this.head = Buffer.concat([this.head, bytes]).subarray(0, HEAD_BYTES);
    const seen = Buffer.concat([this.end, bytes]);
    this.mark = readSealMark(seen) ?? this.mark;
    this.end = Uint8Array.from(seen.subarray(-overlap));
  }

  /** What the file is if it is no PDF. A seal mark tells of one whose beginning was changed. */
  get otherKind(): OtherFileKind | undefined {
    return this.mark ? undefined : otherFileKind(this.head);
  }

  /** The verification query for the file. Call it once, after the last bytes. */
  query(): VerificationQuery {
    return { sha256: this.hash.digest('hex'), ...this.mark };
  }
}
