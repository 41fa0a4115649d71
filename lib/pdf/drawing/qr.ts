import { encode } from 'uqr';
import { op } from '@/lib/pdf/syntax/write';

/**
 * Light modules on every side. ISO/IEC 18004 asks for four, and a seal on a white page has them. The white
 * square itself has two, because larger modules help scanners more. Scanners read the code even on a grey
 * page.
 */
const quiet = 2;

/**
 * One of the eight patterns of ISO/IEC 18004, 7.8.2. Weighing all eight takes as long as the rest of the
 * seal.
 */
const mask = 2;

/**
 * A QR code of error correction level M for a text, on a white square of `side` points whose lower left
 * corner is at (0, 0).
 */
export function qrCode(text: string, side: number): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0, maskPattern: mask });
  const modules = size + 2 * quiet;
  const module = side / modules;
  const bars = data.map((row, y) => barsOf(row, modules - quiet - 1 - y));
  return [
    'q\n',
    op('g', 1),
    op('re', 0, 0, side, side),
    op('f'),
    op('g', 0),
    op('cm', module, 0, 0, module, 0, 0),
    ...bars,
    op('f'),
    'Q\n',
  ].join('');
}

/** A rectangle for each run of dark modules in a row. */
function barsOf(row: boolean[], y: number): string {
  let bars = '';
  for (let x = row.indexOf(true); x !== -1; ) {
    const end = row.indexOf(false, x);
    const length = (end === -1 ? row.length : end) - x;
    bars += `${quiet + x} ${y} ${length} 1 re\n`;
    x = row.indexOf(true, x + length);
  }
  return bars;
}
