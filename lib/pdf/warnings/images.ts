import type { FileStream, PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged } from '@/lib/pdf/syntax/lexer';

/** Unpacking more for this alone would take too long. */
const mostSamples = 40_000_000;
/** By a fax's code a row like the one above takes one bit, and its end a few bytes; ITU-T T.6. */
const faxRowsPerByte = 8;
const faxEnd = 12;
const leastJbig2 = 160;
/** Rows of a scanned page; a smaller picture may hold something in as few bytes. */
const fewestRows = 500;

/** Whether nothing below an image shows through it; ISO 32000-2, 8.9.6. */
export function hidesBelow(pdf: PdfFile, { dict }: FileStream): boolean {
  return !pdf.resolve(dict.get('SMask')) && !pdf.resolve(dict.get('Mask')) && dict.get('ImageMask') !== true;
}

/** Whether an image is certainly of one colour, as the scan of an empty page is after it is made black and white. */
export function isPlain(pdf: PdfFile, image: FileStream): boolean {
  const { dict } = image;
  const filters = pdf.array(dict.get('Filter')) ?? [dict.get('Filter') ?? null];
  const last = pdf.name(filters.at(-1));
  const length = pdf.number(dict.get('Length')) ?? Number.POSITIVE_INFINITY;
  const [width, height] = [pdf.number(dict.get('Width')) ?? 0, pdf.number(dict.get('Height')) ?? 0];
  if (last === 'CCITTFaxDecode') return height >= fewestRows && length < height / faxRowsPerByte + faxEnd;
  if (last === 'JBIG2Decode') return height >= fewestRows && length < leastJbig2;
  if (last === 'DCTDecode' || last === 'JPXDecode' || 4 * width * height > mostSamples) return false;
  try {
    const samples = image.data();
    return samples.every((sample) => sample === samples[0]);
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}
