import { constants, inflateSync } from 'node:zlib';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import { type Dict, isDict, Name, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

const mostUnpacked = 64 << 20;

/**
 * Decodes a stream's bytes, for the filters that streams of structure and content use; ISO 32000-2, 7.4.
 * @param resolve the value behind a reference
 * @throws Damaged for other filters and broken data, PdfRefused 'too-complex' beyond 64 MB
 */
export function unpacked(bytes: Buffer, dict: Dict, resolve: (value: Value | undefined) => Value): Buffer {
  const filters = listOf(resolve(dict.get('Filter'))).map(resolve);
  const parameters = listOf(resolve(dict.get('DecodeParms'))).map(resolve);
  let data = bytes;
  for (const [i, filter] of filters.entries()) {
    if (!(filter instanceof Name)) throw new Damaged('a filter without a name');
    data = filtered(data, filter.value);
    const chosen = parameters[i];
    if (isDict(chosen)) data = unpredicted(data, chosen, resolve);
  }
  return data;
}

const listOf = (value: Value): Value[] => (value === null ? [] : Array.isArray(value) ? value : [value]);

function filtered(data: Buffer, filter: string): Buffer {
  if (filter === 'FlateDecode' || filter === 'Fl') return inflated(data);
  if (filter === 'ASCIIHexDecode' || filter === 'AHx') return fromHex(data);
  if (filter === 'ASCII85Decode' || filter === 'A85') return fromBase85(data);
  if (filter === 'Crypt') return data;
  throw new Damaged(`filter ${filter}`);
}

/** Truncated data is unpacked up to its end. */
function inflated(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) throw new PdfRefused('too-complex', { cause: error });
    throw new Damaged('data that does not inflate');
  }
}

function fromHex(data: Buffer): Buffer {
  const digits = (data.toString('latin1').split('>')[0] ?? '').replace(/[^0-9a-fA-F]/g, '');
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
}

/** ISO 32000-2, 7.4.3. */
function fromBase85(data: Buffer): Buffer {
  const text = (data.toString('latin1').split('~')[0] ?? '').replace(/[^!-uz]/g, '').replaceAll('z', '!!!!!');
  const groups = text.match(/.{1,5}/g) ?? [];
  return Buffer.concat(
    groups.map((group) => {
      const number = [...group.padEnd(5, 'u')].reduce(
        (sum, letter) => sum * 85 + letter.charCodeAt(0) - 33,
        0,
      );
      const four = Buffer.alloc(4);
      four.writeUInt32BE(number >>> 0);
      return four.subarray(0, group.length - 1);
    }),
  );
}

/** Undoes the predictors of PNG; ISO 32000-2, 7.4.4.4, and RFC 2083, 6. */
function unpredicted(data: Buffer, parameters: Dict, resolve: (value: Value | undefined) => Value): Buffer {
  const number = (key: string, otherwise: number) => {
    const value = resolve(parameters.get(key));
    return typeof value === 'number' ? value : otherwise;
  };
  if (number('Predictor', 1) < 10) return data;
  const bits = number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8);
  const width = Math.ceil(bits / 8);
  const step = Math.max(1, Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8));
  if (!(width > 0 && width <= data.length)) return Buffer.alloc(0);
  const rows = Math.floor(data.length / (width + 1));
  const image: Image = { data, out: Buffer.alloc(rows * width), width, step };
  for (let row = 0; row < rows; row += 1) {
    const isUp = data[row * (width + 1)] === 2 && row > 0;
    if (isUp) addUp(image, row);
    else addPredicted(image, row);
  }
  return image.out;
}

/** Rows of `width` bytes as PNG packs them, each behind the byte of its predictor, and as they were; `step` is a pixel. */
type Image = { data: Buffer; out: Buffer; width: number; step: number };

/** A row of the predictor Up, by far the most common in cross-references. */
function addUp({ data, out, width }: Image, row: number): void {
  const to = row * width;
  for (let i = to; i < to + width; i += 1) out[i] = (data[i + row + 1] ?? 0) + (out[i - width] ?? 0);
}

/** A row of any predictor. */
function addPredicted({ data, out, width, step }: Image, row: number): void {
  const from = row * (width + 1);
  const to = row * width;
  const kind = data[from] ?? 0;
  for (let i = 0; i < width; i += 1) {
    const left = i >= step ? (out[to + i - step] ?? 0) : 0;
    const up = row > 0 ? (out[to - width + i] ?? 0) : 0;
    const upLeft = row > 0 && i >= step ? (out[to - width + i - step] ?? 0) : 0;
    out[to + i] = (data[from + 1 + i] ?? 0) + predicted(kind, left, up, upLeft);
  }
}

function predicted(kind: number, left: number, up: number, upLeft: number): number {
  if (kind === 1) return left;
  if (kind === 2) return up;
  if (kind === 3) return (left + up) >> 1;
  if (kind !== 4) return 0;
  const estimate = left + up - upLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
