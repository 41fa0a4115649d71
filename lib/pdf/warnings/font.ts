import type { PdfFile } from '@/lib/pdf/syntax/file';
import type { Dict, Value } from '@/lib/pdf/syntax/objects';

/** What must be known of a font to tell where its letters stand: widths in units of the font's size. */
export type Font = {
  bytesPerCode: 1 | 2;
  /** Its letters are drawings of their own colours. */
  isDrawn: boolean;
  /** It has no widths of its own, so that where its letters stand can only be guessed. */
  isGuessed: boolean;
  isSpace(code: number): boolean;
  widthOf(code: number): number;
};

const thousandth = 0.001;
const usual = 0.5;

/** ISO 32000-2, 9.6 and 9.7. Without widths of its own a font counts as half as wide as high. */
export function fontOf(pdf: PdfFile, dict: Dict | undefined): Font {
  if (pdf.name(dict?.get('Subtype')) === 'Type0') return composite(pdf, dict);
  const isDrawn = pdf.name(dict?.get('Subtype')) === 'Type3';
  const [a] = isDrawn ? (pdf.array(dict?.get('FontMatrix')) ?? []) : [];
  const unit = Math.abs(pdf.number(a) ?? thousandth);
  const first = pdf.number(dict?.get('FirstChar')) ?? 0;
  const widths = (pdf.array(dict?.get('Widths')) ?? []).map((width) => pdf.number(width));
  const isSpace = spacesOf(pdf, dict, [32]);
  const widthOf = (code: number) => (widths[code - first] ?? usual / unit) * unit;
  return { bytesPerCode: 1, isDrawn, isGuessed: widths.length === 0, isSpace, widthOf };
}

function composite(pdf: PdfFile, dict: Dict | undefined): Font {
  const [value] = pdf.array(dict?.get('DescendantFonts')) ?? [];
  const descendant = pdf.dict(value);
  const widths = new Map<number, number>();
  const told = (pdf.array(descendant?.get('W')) ?? []).map((part) => pdf.resolve(part));
  for (let at = 0; at < told.length; ) at += readWidths(pdf, told, at, widths);
  const other = pdf.number(descendant?.get('DW')) ?? 1000;
  const isVertical = /V$/.test(pdf.name(dict?.get('Encoding')) ?? '');
  const isSpace = spacesOf(pdf, dict, []);
  const widthOf = (code: number) => (widths.get(code) ?? other) * thousandth;
  return {
    bytesPerCode: bytesPerCode(pdf, dict),
    isDrawn: false,
    isGuessed: isVertical || widths.size === 0,
    isSpace,
    widthOf,
  };
}

/** Reads `c [w1 w2 …]` or `first last w`. @returns how many values that were */
function readWidths(pdf: PdfFile, told: Value[], at: number, widths: Map<number, number>): number {
  const first = pdf.number(told[at]) ?? 0;
  const listed = pdf.array(told[at + 1]);
  if (listed) {
    listed.forEach((width, n) => {
      widths.set(first + n, pdf.number(width) ?? 0);
    });
    return 2;
  }
  const last = Math.min(pdf.number(told[at + 1]) ?? 0, 0xffff);
  for (let code = first; code <= last; code += 1) widths.set(code, pdf.number(told[at + 2]) ?? 0);
  return 3;
}

/** A font's own table of codes says how long they are; those that programmes know by name have mostly two bytes. */
function bytesPerCode(pdf: PdfFile, dict: Dict | undefined): 1 | 2 {
  const table = pdf.stream(dict?.get('Encoding'))?.data().toString('latin1') ?? '';
  const [, first = ''] = /begincodespacerange\s*<([0-9a-f\s]+)>/i.exec(table) ?? [];
  return first.length === 2 ? 1 : 2;
}

/** Which codes are spaces, by the font's table of Unicode characters, or else `usually`; ISO 32000-2, 9.10.3. */
function spacesOf(pdf: PdfFile, dict: Dict | undefined, usually: number[]): (code: number) => boolean {
  const table = pdf.stream(dict?.get('ToUnicode'))?.data().toString('latin1') ?? '';
  const told = [...table.matchAll(/<([0-9a-f]{2,4})>\s*<00(?:20|a0)>/gi)].map(([, code = '']) =>
    Number.parseInt(code, 16),
  );
  const codes = new Set(table === '' ? usually : told);
  return (code) => codes.has(code);
}
