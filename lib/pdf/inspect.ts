import { createHash } from 'node:crypto';
import type { PdfFile } from '@/lib/pdf/file';
import { readForm } from '@/lib/pdf/form';
import { withPdf } from '@/lib/pdf/open';
import { countPages } from '@/lib/pdf/page-tree';
import { PdfRefused, type RefusalCode } from '@/lib/pdf/refusal';
import { bearsOurSeal } from '@/lib/pdf/verify';

/** SHA-256 in hex. */
export type Inspected = { ok: true; pages: number; sha256: string } | { ok: false; code: RefusalCode };

/**
 * Whether a file can be accepted, judged by its bytes alone. A file that is accepted can be sealed where there is a
 * place for the seal.
 * @param authority the court's root certificates, DER: a file that they sealed is not filed once more
 */
export function inspect(bytes: Uint8Array, authority: Uint8Array[]): Inspected {
  try {
    if (bearsOurSeal(bytes, authority)) throw new PdfRefused('already-sealed');
    return withPdf(bytes, (pdf) => {
      readForm(pdf);
      if (pdf.isRecovered && lacksSomething(pdf)) throw new PdfRefused('corrupt');
      return { ok: true, pages: countPages(pdf), sha256: createHash('sha256').update(bytes).digest('hex') };
    });
  } catch (error) {
    if (error instanceof PdfRefused) return { ok: false, code: error.code };
    throw error;
  }
}

/** A file that broke off on its way would be sealed without its last pages: its owner has the whole one. */
function lacksSomething(pdf: PdfFile): boolean {
  const promised = pdf.number(pdf.dict(pdf.catalog?.get('Pages'))?.get('Count')) ?? 0;
  const endsWithinObject = pdf.bytes.lastIndexOf(' obj') > pdf.bytes.lastIndexOf('endobj');
  return endsWithinObject || promised > countPages(pdf);
}
