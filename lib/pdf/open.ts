import { readCrossReference } from '@/lib/pdf/cross-reference';
import { PdfFile } from '@/lib/pdf/file';
import { Damaged } from '@/lib/pdf/lexer';
import { recovered } from '@/lib/pdf/recovered';
import { PdfRefused } from '@/lib/pdf/refusal';

const headerWithin = 1024;

/**
 * Does something with a PDF by its own cross-reference, and where that is damaged once more by a recovered one.
 * @throws PdfRefused
 */
export function withPdf<T>(bytes: Uint8Array, use: (pdf: PdfFile) => T): T {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Readers count every offset from here; ISO 32000-2, 7.5.2, and what they accept beyond it.
  const offset = all.subarray(0, headerWithin).indexOf('%PDF-');
  if (offset === -1) throw new PdfRefused('not-a-pdf');
  const whole = all.subarray(offset);
  try {
    return use(new PdfFile(whole, offset, readCrossReference));
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
  try {
    return use(recovered(whole, offset));
  } catch (error) {
    throw error instanceof Damaged ? new PdfRefused('corrupt', { cause: error }) : error;
  }
}
