import { PDF_HEADER_WITHIN } from '@/lib/domain/claim/file-kind';
import { readCrossReference } from '@/lib/pdf/syntax/cross-reference';
import { PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import { recovered } from '@/lib/pdf/syntax/recovery';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/**
 * Opens a PDF by its own cross-reference for `use`. If that is damaged, `use` runs again on a recovered one.
 * @throws PdfRefused
 */
export function withPdf<T>(bytes: Uint8Array, use: (pdf: PdfFile) => T): T {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Readers count every offset from %PDF-, and accept bytes before it; ISO 32000-2, 7.5.2.
  const offset = all.subarray(0, PDF_HEADER_WITHIN).indexOf('%PDF-');
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
