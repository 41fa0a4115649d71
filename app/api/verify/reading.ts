import { createHash } from 'node:crypto';
import type { Question } from '@/lib/domain/question';
import { readSealMark, type SealMark } from '@/lib/domain/verification';

/** Longer than a mark: so much of what went before is looked at again with what comes next. */
const overlap = 100;

/** Reads a file while it arrives, and keeps none of it: its SHA-256 and the mark of its newest seal. */
export class Reading {
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

  /** What the file asks of the register; once, when all of it was taken. */
  question(): Question {
    return { sha256: this.hash.digest('hex'), ...this.mark };
  }
}
