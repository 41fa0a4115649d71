import { type PageFrame, shownSize } from '@/lib/pdf/read/geometry';
import type { PdfFile } from '@/lib/pdf/syntax/file';

/** Letter paper, in points. */
export const letter = { short: 612, long: 792 };
/** A scanner's edge or a rounded measure makes a page a little larger or smaller. */
const tolerance = 0.03;

/** Whether a page is shown on Letter paper, upright or on its side; r. 4.01(1). */
export function isLetter(frame: PageFrame): boolean {
  return isOfSize(shownSize(frame), letter, tolerance);
}

type Paper = { short: number; long: number };

/** Whether a page, upright or on its side, has the size of a paper, but for so great a part of it. */
export function isOfSize(
  { width, height }: { width: number; height: number },
  { short, long }: Paper,
  within: number,
): boolean {
  const isNear = (given: number, wanted: number) => Math.abs(given - wanted) <= within * wanted;
  return isNear(Math.min(width, height), short) && isNear(Math.max(width, height), long);
}

/** Printing, changing, copying and the rest, as bits of /P; ISO 32000-2, table 22. Version 2 knows the first four. */
const [permissions, oldPermissions] = [0xf3c, 0x3c];

/** Whether an encrypted file forbids its readers something, such as printing or copying. */
export function isRestricted(pdf: PdfFile): boolean {
  const dict = pdf.dict(pdf.trailer.get('Encrypt'));
  if (!dict) return false;
  const all = (pdf.number(dict.get('R')) ?? 2) < 3 ? oldPermissions : permissions;
  return ((pdf.number(dict.get('P')) ?? -1) & all) !== all;
}
