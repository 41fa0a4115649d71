import type { Face, Glyph } from '@/lib/pdf/face';
import { op, polar } from '@/lib/pdf/shapes';

/** A part of a line, in one face. */
export type Run = { face: Face; text: string };

/** The width of a line in points. */
export function widthOf(size: number, line: Run[]): number {
  const glyphs = line.flatMap(({ face, text }) => glyphsOf(face, text));
  return size * glyphs.reduce((width, glyph) => width + glyph.width, 0);
}

/** A line whose baseline starts at (x, y). */
export function write(size: number, line: Run[], x: number, y: number): string {
  const runs = line.map(({ face, text }) => select(face, size) + show(glyphsOf(face, text)));
  return `BT\n${op('Td', x, y)}${runs.join('')}ET\n`;
}

/** A line with its middle at x. */
export function writeCentred(size: number, line: Run[], x: number, y: number): string {
  return write(size, line, x - widthOf(size, line) / 2, y);
}

/** A line that is made smaller where it would be wider than `width` points. */
export function writeWithin(width: number, size: number, line: Run[], x: number, y: number): string {
  return write(Math.min(size, width / widthOf(1, line)), line, x, y);
}

/** Letters along a circle around (0, 0), upright at its top or at its bottom; copied or read aloud they are one phrase. */
export function writeAlongCircle(
  size: number,
  { face, text }: Run,
  radius: number,
  side: 'above' | 'below',
): string {
  const turn = side === 'above' ? -1 : 1;
  let angle = (-turn * Math.PI) / 2 - (turn * widthOf(size, [{ face, text }])) / radius / 2;
  const letters = glyphsOf(face, text).map((glyph) => {
    const half = (size * glyph.width) / radius / 2;
    const lean = angle + turn * half + (turn * Math.PI) / 2;
    const [cos, sin] = [Math.cos(lean), Math.sin(lean)];
    const matrix = op('Tm', cos, sin, -sin, cos, ...polar(radius, angle));
    angle += 2 * turn * half;
    return matrix + show([glyph]);
  });
  const phrase = Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');
  return `/Span <</ActualText <${phrase}>>> BDC\nBT\n${select(face, size)}${letters.join('')}ET\nEMC\n`;
}

const select = (face: Face, size: number) => `/${face.name} ${op('Tf', size)}`;
const show = (glyphs: Glyph[]) => `<${glyphs.map(({ code }) => code).join('')}> Tj\n`;

/**
 * Any white space is a space, invisible characters are nothing, a letter that the face lacks stands without its accent,
 * and every other character is a question mark.
 */
function glyphsOf(face: Face, text: string): Glyph[] {
  const known = remembered.get(face) ?? new Map<string, Glyph[]>();
  remembered.set(face, known);
  const glyphs = known.get(text) ?? findGlyphs(face, text);
  if (known.size >= mostRemembered) known.clear();
  known.set(text, glyphs);
  return glyphs;
}

/** Most of the court's words are the same in every document. */
const remembered = new WeakMap<Face, Map<string, Glyph[]>>();
const mostRemembered = 200;

function findGlyphs(face: Face, text: string): Glyph[] {
  const letters = [
    ...text
      .normalize('NFC')
      .replace(/\s/g, ' ')
      .replace(/\p{Cf}/gu, ''),
  ];
  return letters.flatMap((letter) => {
    const glyph = face.glyphs.get(letter) ?? face.glyphs.get(letter.normalize('NFD').charAt(0));
    return glyph ?? face.glyphs.get('?') ?? [];
  });
}
