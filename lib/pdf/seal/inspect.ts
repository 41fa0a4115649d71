import { createHash } from 'node:crypto';
import { type OtherFileKind, otherFileKind } from '@/lib/domain/claim/file-kind';
import { readSealMark, sealFieldStart } from '@/lib/domain/register/verification';
import { acceptableForm } from '@/lib/pdf/read/acceptable';
import { hasFieldNamed } from '@/lib/pdf/read/form';
import { countPages } from '@/lib/pdf/read/page-tree';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { withPdf } from '@/lib/pdf/syntax/open';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/syntax/refusal';

/** SHA-256 in hex. */
export type Inspected =
  | { ok: true; pages: number; sha256: string }
  | { ok: false; code: RefusalCode | OtherFileKind };

/**
 * Whether a file can be accepted, judged by its bytes alone. An accepted file can be sealed if it has a place
 * for the seal. A file with a seal in it, whole or not and of whatever authority, cannot be filed again: one more byte
 * at its end must not give it a second number.
 */
export function inspect(bytes: Uint8Array): Inspected {
  const other = otherFileKind(bytes);
  if (other) return { ok: false, code: other };
  try {
    if (readSealMark(bytes)) throw new PdfRefused('already-sealed');
    return withPdf(bytes, (pdf) => {
      if (hasFieldNamed(pdf, sealFieldStart)) throw new PdfRefused('already-sealed');
      acceptableForm(pdf);
      if (pdf.isRecovered && lacksSomething(pdf)) throw new PdfRefused('corrupt');
      return { ok: true, pages: countPages(pdf), sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  } catch (error) {
    if (error instanceof PdfRefused) return { ok: false, code: error.code };
    throw error;
  }
}

/** A truncated file would be sealed without its last pages, while its owner has the whole file. */
function lacksSomething(pdf: PdfFile): boolean {
  const promised = pdf.number(pdf.dict(pdf.catalog?.get('Pages'))?.get('Count')) ?? 0;
  const endsWithinObject = pdf.bytes.lastIndexOf(' obj') > pdf.bytes.lastIndexOf('endobj');
  return endsWithinObject || promised > countPages(pdf);
}
