import { polar } from '@/lib/pdf/drawing/shapes';
import { alphabetOf, type Face } from '@/lib/pdf/letters/face';
import { type Piece, phrase, show, widthOf } from '@/lib/pdf/letters/glyph';
import { lettersOf, type Scripts } from '@/lib/pdf/letters/scripts';
import { op } from '@/lib/pdf/syntax/write';

/** A part of a line, in one face. Letters that the face lacks come from `scripts`. */
export type Run = { face: Face; text: string; scripts?: Scripts | undefined };

/** A line whose baseline starts at (x, y). */
export function write(size: number, line: Run[], x: number, y: number): string {
  return `BT\n${op('Td', x, y)}${show(size, line.flatMap(piecesOf))}ET\n`;
}

/** A line with its middle at x. */
export function writeCentred(size: number, line: Run[], x: number, y: number): string {
  return write(size, line, x - (size * widthOf(line.flatMap(piecesOf))) / 2, y);
}

/** A line, set smaller if it would be wider than `width` points. */
export function writeWithin(width: number, size: number, line: Run[], x: number, y: number): string {
  return write(Math.min(size, width / widthOf(line.flatMap(piecesOf))), line, x, y);
}

/**
 * Letters along a circle around (0, 0), upright at its top or at its bottom. A reader that copies or speaks
 * them gets one phrase.
 */
export function writeAlongCircle(size: number, run: Run, radius: number, side: 'above' | 'below'): string {
  const turn = side === 'above' ? -1 : 1;
  const pieces = piecesOf(run);
  let angle = (-turn * Math.PI) / 2 - (turn * size * widthOf(pieces)) / radius / 2;
  const letters = pieces
    .flatMap(({ glyphs }) => glyphs())
    .map((glyph) => {
      const half = (size * glyph.width) / radius / 2;
      const lean = angle + turn * half + (turn * Math.PI) / 2;
      const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
      const matrix = op('Tm', cos, sin, -sin, cos, ...polar(radius, angle));
      angle += 2 * turn * half;
      return `${matrix}<${glyph.code}> Tj\n`;
    });
  return phrase(run.text, `BT\n/${run.face.name} ${op('Tf', size)}${letters.join('')}ET\n`);
}

/** The glyphs of a part of a line. */
function piecesOf({ face, text, scripts }: Run): Piece[] {
  if (scripts) return lettersOf(text, alphabetOf(face), scripts);
  const known = remembered.get(face) ?? new Map<string, Piece[]>();
  remembered.set(face, known);
  const pieces = known.get(text) ?? lettersOf(text, alphabetOf(face));
  if (known.size >= mostRemembered) known.clear();
  known.set(text, pieces);
  return pieces;
}

/** Most of the court's words are the same in every document, so their glyphs are remembered. */
const remembered = new WeakMap<Face, Map<string, Piece[]>>();
const mostRemembered = 200;
