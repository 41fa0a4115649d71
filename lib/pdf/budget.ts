import { PdfRefused } from '@/lib/pdf/refusal';

const bytesAtMost = 1 << 30;

/** Bytes that may be searched and unpacked for one file, so that no file keeps a reader busy without end. */
export class Budget {
  private left = bytesAtMost;

  /** @throws PdfRefused 'too-complex' */
  spend(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new PdfRefused('too-complex');
  }
}
