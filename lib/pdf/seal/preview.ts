import { shownSize } from '@/lib/pdf/read/geometry';
import { firstPage, frameOf } from '@/lib/pdf/read/page-tree';
import { numberSize, type Place, sealSize } from '@/lib/pdf/read/seal-order';
import { type Pixels, toPng } from '@/lib/pdf/seal/png';
import { withPdf } from '@/lib/pdf/syntax/open';

/** The longest side of a preview, in pixels: enough to read the page on a screen. */
const longestSide = 1_200;

/** Left, top, right, bottom of a frame, as parts of the shown page. */
type Frame = readonly [number, number, number, number];

/**
 * A page, counted from 1, as a picture; the first with a frame where the court will draw: the seal, or the court file
 * number if the seal goes on an added page. `place` is the one that the seal will be put at, null for no frame.
 * @returns a PNG
 * @throws PdfRefused; another error for a page that cannot be drawn or that the document does not have
 */
export async function preview(bytes: Uint8Array, place: Place | null, page = 1): Promise<Uint8Array> {
  const frame = place && frameAt(bytes, place);
  const pixels = await pixelsOf(bytes, page);
  if (frame) drawFrame(pixels, frame);
  return toPng(pixels);
}

function frameAt(bytes: Uint8Array, place: Place): Frame | null {
  if (place.kind === 'nowhere') return null;
  const [{ x, y, scale }, drawing] =
    place.kind === 'first-page' ? [place.seal, sealSize] : [place.number, numberSize];
  const page = withPdf(bytes, (pdf) => shownSize(frameOf(pdf, firstPage(pdf))));
  const top = 1 - (y + drawing.height * scale) / page.height;
  return [x / page.width, top, (x + drawing.width * scale) / page.width, 1 - y / page.height];
}

/** PDFium is loaded when it is needed: most jobs are without it. */
async function pixelsOf(bytes: Uint8Array, number: number): Promise<Pixels> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    // Without its forms no field is drawn.
    document.initializeFormFields();
    if (number > document.getPageCount()) throw new Error('no such page');
    const page = document.getPage(number - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = longestSide / Math.max(originalWidth, originalHeight, 1);
    const rendered = await page.render({ scale, renderFormFields: true });
    const pixels = { width: rendered.width, height: rendered.height, data: Uint8Array.from(rendered.data) };
    document.destroy();
    return pixels;
  } finally {
    library.destroy();
  }
}

/** Blue that stands out on paper, and how much of the page shows through within. */
const [red, green, blue] = [0, 102, 204];
const tint = 0.18;
const line = 3;

/** Draws a frame that is filled lightly. What it covers can still be seen. */
function drawFrame({ width, height, data }: Pixels, [left, top, right, bottom]: Frame): void {
  const within = (part: number, side: number) => Math.round(Math.min(Math.max(part, 0), 1) * (side - 1));
  const [x0, x1] = [within(left, width), within(right, width)];
  const [y0, y1] = [within(top, height), within(bottom, height)];
  for (let y = y0; y <= y1; y += 1) {
    for (let x = x0; x <= x1; x += 1) {
      const isLine = Math.min(x - x0, x1 - x, y - y0, y1 - y) < line;
      blend(data, 4 * (y * width + x), isLine ? 1 : tint);
    }
  }
}

function blend(data: Uint8Array, at: number, part: number): void {
  for (const [n, colour] of [red, green, blue].entries())
    data[at + n] = Math.round((data[at + n] ?? 0) * (1 - part) + colour * part);
}
