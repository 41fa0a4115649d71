import { createHash } from 'node:crypto';
import { type OtherFileKind, otherFileKind } from '@/lib/domain/claim/file-kind';
import { acceptableForm } from '@/lib/pdf/read/acceptable';
import { countPages } from '@/lib/pdf/read/page-tree';
import { findSeal, findSealField } from '@/lib/pdf/seal/sealed-before';
import type { PdfFile } from '@/lib/pdf/syntax/file';
import { withPdf } from '@/lib/pdf/syntax/open';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/syntax/refusal';

/** SHA-256 in hex. */
export type Inspected =
  | { ok: true; pages: number; sha256: string }
  | {
      ok: false;
      code: RefusalCode | OtherFileKind;
      /** The court file number in the seal of a file that is `already-sealed`, if it can be read. */
      sealNumber?: string | undefined;
    };

/**
 * Whether a file can be accepted, judged by its bytes alone. An accepted file can be sealed if it has a place
 * for the seal. A file with a seal in it, whole or not and of whatever authority, cannot be filed again: one more byte
 * at its end must not give it a second number.
 */
export function inspect(bytes: Uint8Array): Inspected {
  const other = otherFileKind(bytes);
  if (other) return { ok: false, code: other };
  const seal = findSeal(bytes);
  if (seal?.sealNumber) return alreadySealed(seal);
  try {
    return withPdf<Inspected>(bytes, (pdf) => {
      const sealed = findSealField(pdf) ?? seal;
      if (sealed) return alreadySealed(sealed);
      acceptableForm(pdf);
      if (pdf.isRecovered && lacksSomething(pdf)) throw new PdfRefused('corrupt');
      return { ok: true, pages: countPages(pdf), sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  } catch (error) {
    if (error instanceof PdfRefused) return seal ? alreadySealed(seal) : { ok: false, code: error.code };
    throw error;
  }
}

const alreadySealed = (seal: { sealNumber?: string | undefined }): Inspected => ({
  ok: false,
  code: 'already-sealed',
  ...seal,
});

/** A truncated file would be sealed without its last pages, while its owner has the whole file. */
function lacksSomething(pdf: PdfFile): boolean {
  const promised = pdf.number(pdf.dict(pdf.catalog?.get('Pages'))?.get('Count')) ?? 0;
  const endsWithinObject = pdf.bytes.lastIndexOf(' obj') > pdf.bytes.lastIndexOf('endobj');
  return endsWithinObject || promised > countPages(pdf);
}
