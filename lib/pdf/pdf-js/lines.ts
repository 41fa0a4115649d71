import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextLine } from '@/lib/domain/claim/reading/line';
import { type Piece, piecesOf } from '@/lib/pdf/pdf-js/items';
import { openWithPdfJs } from '@/lib/pdf/pdf-js/pdf-js';

/** The title, the notice and the first paragraph stand on the first pages, the lawyer and the backsheet on the last. */
const firstPages = 10;
const lastPages = 3;

/** `sideways`: pages, of those that were read, whose text mostly does not run from left to right as they are shown. */
export type ReadLines = { lines: TextLine[]; sideways: number[] };

/**
 * The lines of the first and last pages of a document, from top to bottom on each page. Columns of a row are lines of
 * their own. Null if pdf.js cannot read the file; a page that it cannot read has no lines.
 */
export async function linesOf(bytes: Uint8Array): Promise<ReadLines | null> {
  const task = await openWithPdfJs(bytes).catch(() => null);
  if (!task) return null;
  try {
    const document = await task.promise;
    const read: ReadLines = { lines: [], sideways: [] };
    for (const number of pagesToRead(document.numPages)) {
      const pieces = await piecesOfPage(document, number);
      read.lines.push(...linesFrom(pieces, number));
      if (isSideways(pieces)) read.sideways.push(number);
    }
    return read;
  } catch {
    return null;
  } finally {
    await task.destroy();
  }
}

function pagesToRead(pages: number): number[] {
  const all = Array.from({ length: Math.min(pages, firstPages) }, (_, i) => i + 1);
  for (let page = Math.max(firstPages, pages - lastPages) + 1; page <= pages; page += 1) all.push(page);
  return all;
}

async function piecesOfPage(document: PDFDocumentProxy, number: number): Promise<Piece[]> {
  try {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page);
    page.cleanup();
    return pieces;
  } catch {
    return [];
  }
}

const lengthOf = (some: Piece[]) => some.reduce((sum, { text }) => sum + text.length, 0);
const lengthAt = (pieces: Piece[], at: number) => lengthOf(pieces.filter(({ turn }) => turn === at));

const isSideways = (pieces: Piece[]) => lengthOf(pieces) - lengthAt(pieces, 0) > 0.6 * lengthOf(pieces);

/** The lines that pieces of text make on a page; text of each direction by itself, upright text first. */
export function linesFrom(pieces: Piece[], page: number): TextLine[] {
  return [0, 90, 180, 270].flatMap((turn) =>
    rowsOf(pieces.filter((piece) => piece.turn === turn))
      .flatMap(linesOfRow)
      .map(({ turn: _, ...line }) => ({ ...line, page })),
  );
}

/** Pieces with nearly one baseline; a small raised letter belongs to its row. */
function rowsOf(pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const base = row?.toSorted((a, b) => b.size - a.size)[0];
    if (row && base && piece.y - base.y < slack(base.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

const slack = (a: number, b: number) =>
  Math.min(a, b) < 0.8 * Math.max(a, b) ? 0.5 * Math.max(a, b) : 0.35 * Math.max(a, b);

/** A gap of this many letter heights parts columns. */
const columnGap = 2.2;
/** A gap of this many letter heights is a space between words. */
const wordGap = 0.16;

function linesOfRow(row: Piece[]): Piece[] {
  const lines: Piece[] = [];
  for (const piece of row.toSorted((a, b) => a.x - b.x)) {
    const line = lines.at(-1);
    if (!line || piece.x - line.end > columnGap * Math.max(line.size, piece.size)) lines.push({ ...piece });
    else if (!isDrawnTwice(line, piece)) {
      line.text += (piece.x - line.end > wordGap * line.size ? ' ' : '') + piece.text;
      line.end = Math.max(line.end, piece.end);
      line.size = Math.max(line.size, piece.size);
    }
  }
  return lines;
}

/** Some programs draw bold letters twice, a little apart. */
const isDrawnTwice = (line: Piece, piece: Piece) =>
  piece.end <= line.end + 1 && piece.x < line.end - 1 && line.text.endsWith(piece.text);
