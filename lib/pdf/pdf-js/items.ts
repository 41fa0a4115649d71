import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api';

/**
 * A piece of text as a page shows it, in points from the upper left corner of the page as it is turned by `turn` degrees,
 * so that the piece runs from left to right.
 */
export type Piece = { text: string; x: number; end: number; y: number; size: number; turn: number };

type Matrix = readonly number[];

/** A page of a claim has a few hundred pieces. */
const mostPieces = 12_000;
const mostCharacters = 200_000;
/** Longer texts of one piece are nobody's name. */
const longestPiece = 4_000;

/** The text of a page, piece by piece in the order of the file, with the values of its form fields. */
export async function piecesOf(page: PDFPageProxy): Promise<Piece[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const pieces = await shownPieces(page, transform);
  return [...pieces, ...(await filledIn(page, transform))];
}

async function shownPieces(page: PDFPageProxy, view: Matrix): Promise<Piece[]> {
  const reader = page.streamTextContent().getReader();
  const pieces: Piece[] = [];
  let characters = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const item of chunk.value.items) {
      addTo(pieces, item, view);
      characters += 'str' in item ? item.str.length : 0;
    }
    if (pieces.length > mostPieces || characters > mostCharacters) {
      await reader.cancel(new Error('more text than is read'));
      break;
    }
  }
  return pieces.slice(0, mostPieces);
}

/** A space by itself belongs to the piece before it. */
function addTo(pieces: Piece[], item: TextItem | TextMarkedContent, view: Matrix): void {
  if (!('str' in item)) return;
  const before = pieces.at(-1);
  if (item.str.trim())
    pieces.push(pieceOf(item.str.slice(0, longestPiece), item.width, times(view, item.transform)));
  else if (before && item.str) before.text += ' ';
}

function times(a: Matrix, b: Matrix): number[] {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  const column = (x: number, y: number, dx: number, dy: number) => [
    a0 * x + a2 * y + dx,
    a1 * x + a3 * y + dy,
  ];
  return [...column(b0, b1, 0, 0), ...column(b2, b3, 0, 0), ...column(b4, b5, a4, a5)];
}

function pieceOf(text: string, width: number, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]): Piece {
  const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360;
  const [x, y] = turned(e, f, turn);
  return { text, x, end: x + width, y, size: Math.hypot(c, d) || Math.hypot(a, b), turn };
}

/** A point of the page when the page is turned so that text of this direction runs from left to right. */
function turned(x: number, y: number, turn: number): [number, number] {
  if (turn === 90) return [y, -x];
  if (turn === 180) return [-x, -y];
  return turn === 270 ? [-y, x] : [x, y];
}

type Annotation = {
  subtype?: string;
  hidden?: boolean;
  fieldType?: string;
  fieldValue?: unknown;
  multiLine?: boolean;
  textAlignment?: number;
  rect?: number[];
  contentsObj?: { str?: string };
  defaultAppearanceData?: { fontSize?: number };
};

const mostFields = 1_000;

/** Values of text fields and choices, and text that was typed over the page, which the page itself does not have. */
async function filledIn(page: PDFPageProxy, view: Matrix): Promise<Piece[]> {
  const annotations = (await page.getAnnotations().catch(() => [])) as Annotation[];
  return annotations.slice(0, mostFields).flatMap((annotation) => fieldPieces(annotation, view));
}

function fieldPieces(annotation: Annotation, view: Matrix): Piece[] {
  const { rect = [], multiLine = annotation.subtype === 'FreeText', hidden } = annotation;
  const text = textIn(annotation);
  if (hidden || !text.trim() || rect.length !== 4) return [];
  const [left = 0, top = 0] = corner(rect, view, Math.min);
  const [right = 0, bottom = 0] = corner(rect, view, Math.max);
  const size = Math.min(annotation.defaultAppearanceData?.fontSize || 11, bottom - top) || 11;
  const lines = text.slice(0, longestPiece).split(/\r\n?|\n/);
  const first = multiLine ? top + size * 1.1 : (top + bottom) / 2 + size * 0.35;
  return lines.map((line, i) => {
    const width = Math.min(line.length * size * 0.5, right - left);
    const spare = right - left - width;
    const x = left + ([0, spare / 2, spare][annotation.textAlignment ?? 0] ?? 0);
    return { text: line, x, end: x + width, y: first + i * size * 1.2, size, turn: 0 };
  });
}

function textIn({ subtype, fieldType, fieldValue, contentsObj }: Annotation): string {
  if (subtype === 'FreeText') return contentsObj?.str ?? '';
  if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch')) return '';
  return [fieldValue]
    .flat()
    .filter((value) => typeof value === 'string')
    .join(' ');
}

function corner(rect: number[], view: Matrix, choose: (...numbers: number[]) => number): number[] {
  const [left = 0, top = 0, right = 0, bottom = 0] = rect;
  const one = times(view, [1, 0, 0, 1, left, top]);
  const other = times(view, [1, 0, 0, 1, right, bottom]);
  return [choose(one[4] ?? 0, other[4] ?? 0), choose(one[5] ?? 0, other[5] ?? 0)];
}
