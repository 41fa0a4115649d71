import { loadPdfJs, openWithPdfJs } from '@/lib/pdf/pdf-js/pdf-js';
import { painted } from '@/lib/pdf/placement/painted';
import { type Box, boxThrough, type Matrix } from '@/lib/pdf/read/geometry';

/** Everything on a page, as upright boxes in user space. */
export type Occupied = { text: Box[]; images: Box[]; annotations: Box[]; paths: Box[] };

/**
 * Finds everything on the first page. Text counts even if it is invisible, as in a scan with recognised text.
 * Annotations count if a screen shows them.
 * @throws where pdf.js cannot read the file
 */
export async function occupiedOn(bytes: Uint8Array): Promise<Occupied> {
  const { AnnotationMode, OPS } = await loadPdfJs();
  const task = await openWithPdfJs(bytes);
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    const { items, styles } = await page.getTextContent({ disableNormalization: true });
    const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
    const annotations = await page.getAnnotations({ intent: 'any' });
    return {
      text: items.flatMap((item) => ('str' in item ? textBoxes(item, styles[item.fontName]?.vertical) : [])),
      annotations: annotations.flatMap(annotationBoxes),
      ...painted(operators, boxOf(page.view), OPS),
    };
  } finally {
    await task.destroy();
  }
}

type Text = { str: string; transform: unknown[]; width: number; height: number };

/**
 * The boxes of a text. The transform maps a square of the font's size to the page; width and height are the
 * text's own, in user space. In units of the size, a line reaches from 0.3 below the baseline to 1 above, and
 * a column 0.6 to both sides.
 */
function textBoxes({ str, transform, width, height }: Text, isColumn = false): Box[] {
  if (str.trim() === '') return [];
  const [a, b, c, d, e, f] = transform as unknown as Matrix;
  const across = Math.hypot(a, b) || 1;
  const up = Math.hypot(c, d) || 1;
  return isColumn
    ? [boxThrough([a, b, c / up, d / up, e, f], [-0.6, -height, 0.6, 0])]
    : [boxThrough([a / across, b / across, c, d, e, f], [0, -0.3, width, 1])];
}

type Annotation = { rect: number[] | null; annotationFlags: number; subtype: string };

const [hidden, print, noView] = [2, 4, 32];

// ISO 32000-2, 12.5.3. A pop-up opens only when a reader asks its annotation for its text.
function annotationBoxes({ rect, annotationFlags, subtype }: Annotation): Box[] {
  const isSeen = !(annotationFlags & hidden) && (!(annotationFlags & noView) || annotationFlags & print);
  const [left, bottom, right, top] = boxOf(rect ?? []);
  const isEmpty = left === right || bottom === top;
  return isSeen && !isEmpty && subtype !== 'Popup' ? [[left, bottom, right, top]] : [];
}

const boxOf = ([left = 0, bottom = 0, right = 0, top = 0]: number[]): Box => [left, bottom, right, top];
