import {
  beginText,
  endMarkedContent,
  endText,
  type PDFFont,
  PDFHexString,
  PDFOperator,
  PDFOperatorNames,
  setFontAndSize,
  setTextMatrix,
  showText,
} from 'pdf-lib';
import { polar } from '@/lib/pdf/shapes';

/** A font with the name it has in the drawing's resources. */
export type Face = { name: string; font: PDFFont };

/** The width of a text in points as it is drawn, without kerning. */
export function widthOf(face: Face, size: number, text: string): number {
  return [...text].reduce((width, letter) => width + face.font.widthOfTextAtSize(letter, size), 0);
}

/** A text whose baseline starts at (x, y), turned counter-clockwise by `angle` radians. */
export function write(
  face: Face,
  size: number,
  text: string,
  x: number,
  y: number,
  angle = 0,
): PDFOperator[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [
    beginText(),
    setFontAndSize(face.name, size),
    setTextMatrix(cos, sin, -sin, cos, x, y),
    showText(face.font.encodeText(text)),
    endText(),
  ];
}

/** A text with its middle at x. */
export function writeCentred(face: Face, size: number, text: string, x: number, y: number): PDFOperator[] {
  return write(face, size, text, x - widthOf(face, size, text) / 2, y);
}

/** Letters along a circle around (0, 0), upright at its top or at its bottom; copied or read aloud they are one phrase. */
export function writeAlongCircle(
  face: Face,
  size: number,
  text: string,
  radius: number,
  side: 'above' | 'below',
): PDFOperator[] {
  const turn = side === 'above' ? -1 : 1;
  const phrase = `<</ActualText ${PDFHexString.fromText(text)}>>`;
  let angle = (-turn * Math.PI) / 2 - (turn * widthOf(face, size, text)) / radius / 2;
  const letters = [...text].flatMap((letter) => {
    const half = widthOf(face, size, letter) / radius / 2;
    const [x, y] = polar(radius, angle);
    const lean = angle + turn * half + (turn * Math.PI) / 2;
    angle += 2 * turn * half;
    return write(face, size, letter, x, y, lean);
  });
  return [
    PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, ['/Span', phrase]),
    ...letters,
    endMarkedContent(),
  ];
}

/** The lines a text takes when no line may be wider than `width` points; a longer word stands alone. */
export function wrap(face: Face, size: number, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(face, size, longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
