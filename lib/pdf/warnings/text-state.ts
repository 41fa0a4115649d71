import { type Box, type Matrix, multiply } from '@/lib/pdf/read/geometry';
import { Str, type Value } from '@/lib/pdf/syntax/objects';
import type { Colour } from '@/lib/pdf/warnings/colours';
import type { Font } from '@/lib/pdf/warnings/font';
import type { Letter } from '@/lib/pdf/warnings/page-marks';

/** The entries of the text state that move letters; ISO 32000-2, 9.3. */
export type TextState = {
  font: Font | undefined;
  size: number;
  mode: number;
  letterSpace: number;
  wordSpace: number;
  across: number;
  leading: number;
  rise: number;
};

export const plainText: TextState = {
  ...{ font: undefined, size: 0, mode: 0, letterSpace: 0, wordSpace: 0, across: 1, leading: 0, rise: 0 },
};

const invisible = 3;
const clipsOnly = 7;
/** The middle of a small letter, in units of the font's size. */
const middle = 0.25;
export type Painted = { toPage: Matrix; colour: Colour; clip: Box };

/**
 * The letters of a text that is shown, as `TJ` has it, and the line's matrix after them. Text that only clips is none.
 * In a font without widths all letters count as standing where the first one does.
 */
export function lettersOf(
  shown: readonly Value[],
  line: Matrix,
  text: TextState,
  { toPage, colour, clip }: Painted,
): { letters: Letter[]; line: Matrix } {
  const { font, size, across, rise } = text;
  const letters: Letter[] = [];
  const matrix = multiply(toPage, line);
  const height = Math.abs(size) * Math.hypot(matrix[2], matrix[3]);
  const put = (x: number) => {
    const [, , , , atX, atY] = multiply(matrix, [1, 0, 0, 1, x, rise + middle * size]);
    letters.push({ x: atX, y: atY, height, colour, isInvisible: text.mode === invisible, clip });
  };
  let x = 0;
  const advance = (code: number, { widthOf, isSpace, isGuessed, bytesPerCode }: Font) => {
    const width = widthOf(code) * size;
    if (!isSpace(code) && text.mode !== clipsOnly) put(isGuessed ? 0 : x + (width * across) / 2);
    const isWordSpace = code === 32 && bytesPerCode === 1;
    x += (width + text.letterSpace + (isWordSpace ? text.wordSpace : 0)) * across;
  };
  for (const part of shown) {
    if (typeof part === 'number') x -= part * 0.001 * size * across;
    if (!(part instanceof Str) || !font) continue;
    for (const code of codesOf(part.bytes, font.bytesPerCode)) advance(code, font);
  }
  return { letters, line: multiply(line, [1, 0, 0, 1, x, 0]) };
}

function codesOf(bytes: Uint8Array, bytesPerCode: 1 | 2): number[] {
  if (bytesPerCode === 1) return [...bytes];
  return Array.from(
    { length: bytes.length >> 1 },
    (_, n) => (bytes[2 * n] ?? 0) * 256 + (bytes[2 * n + 1] ?? 0),
  );
}
