import { writeFileSync } from 'node:fs';
import { sealOnAddedPage } from '@/lib/pdf/drawing/stamp';
import { type Box, shownSize } from '@/lib/pdf/read/geometry';
import { firstPage, frameOf } from '@/lib/pdf/read/page-tree';
import { numberSize, type Place, sealSize } from '@/lib/pdf/read/seal-order';
import { withPdf } from '@/lib/pdf/syntax/open';
import type { Picture } from '@/lib/testing/pdf/pages';
import { ask, type Part, shown } from '@/lib/testing/pdf/programs';

/** The first page's size as poppler shows it, in its points: it ignores /UserUnit. */
export type Sheet = { width: number; height: number; userUnit: number };

export function sheetOf(bytes: Uint8Array): Sheet {
  return withPdf(bytes, (pdf) => {
    const frame = frameOf(pdf, firstPage(pdf));
    const { width, height } = shownSize(frame);
    const { userUnit } = frame;
    return { width: width / userUnit, height: height / userUnit, userUnit };
  });
}

/** What the court's drawing covers of the first page, in poppler's points from the lower left. */
function covered({ userUnit }: Sheet, place: Place): Box | undefined {
  if (place.kind === 'nowhere') return undefined;
  const [spot, size] = place.kind === 'first-page' ? [place.seal, sealSize] : [place.number, numberSize];
  const box = [spot.x, spot.y, spot.x + size.width * spot.scale, spot.y + size.height * spot.scale] as const;
  return [box[0] / userUnit, box[1] / userUnit, box[2] / userUnit, box[3] / userUnit];
}

/** The same as pixels of the shown page, with a margin around it. */
function partOf([left, bottom, right, top]: Box, height: number, perPoint: number, margin: number): Part {
  const [x, y] = [Math.floor(left * perPoint) - margin, Math.floor((height - top) * perPoint) - margin];
  return {
    x,
    y,
    width: Math.ceil(right * perPoint) + margin - x,
    height: Math.ceil((height - bottom) * perPoint) + margin - y,
  };
}

/** Pixels that are not the same in two pictures of the first page, but for those of the court's drawing. */
export function changedOutside(sheet: Sheet, place: Place, before: Picture, after: Picture): number {
  if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY;
  const box = covered(sheet, place);
  const mask = box && partOf(box, sheet.height, before.height / sheet.height, 2);
  let changed = 0;
  for (let n = 0; n < before.width * before.height; n += 1) {
    const at = 3 * n;
    if (
      before.rgb[at] === after.rgb[at] &&
      before.rgb[at + 1] === after.rgb[at + 1] &&
      before.rgb[at + 2] === after.rgb[at + 2]
    )
      continue;
    if (!mask || !isWithin(mask, n % before.width, Math.floor(n / before.width))) changed += 1;
  }
  return changed;
}

const isWithin = ({ x, y, width, height }: Part, atX: number, atY: number) =>
  atX >= x && atX < x + width && atY >= y && atY < y + height;

/** What zbarimg reads in the seal of a file, where poppler shows it. `pages` are those of the sealed file. */
export async function codeIn(file: string, sheet: Sheet, place: Place, pages: number): Promise<string> {
  const isAdded = place.kind === 'added-page';
  const box = isAdded ? sealOnAddedPage : covered(sheet, place);
  if (!box || place.kind === 'nowhere') return '';
  const scale = isAdded ? 1 : place.seal.scale / sheet.userUnit;
  const perPoint = 5 / scale;
  const part = partOf(box, isAdded ? 792 : sheet.height, perPoint, 0);
  const inside = { ...part, x: Math.max(0, part.x), y: Math.max(0, part.y) };
  const page = await shown(file, { page: isAdded ? pages : 1, pixelsPerInch: 72 * perPoint, part: inside });
  if (!page) return '';
  const picture = `${file}.ppm`;
  writeFileSync(picture, Buffer.concat([Buffer.from(`P6\n${page.width} ${page.height}\n255\n`), page.rgb]));
  return (await ask('zbarimg', ['-q', '--raw', picture])).stdout.toString().trim();
}
