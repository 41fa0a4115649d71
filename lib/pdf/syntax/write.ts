import { deflateSync } from 'node:zlib';
import { type Dict, Name, name, Raw, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';

/** Encrypts a string's bytes in an encrypted file; elsewhere it returns them unchanged. */
export type Encipher = (bytes: Uint8Array) => Uint8Array;

/** A value in the syntax of PDF, one character a byte; ISO 32000-2, 7.3. */
export function written(value: Value, encipher?: Encipher): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Name) return writtenName(value.value);
  if (value instanceof Ref) return `${value.number} ${value.generation} R`;
  if (value instanceof Str) return writtenString(encipher ? encipher(value.bytes) : value.bytes);
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => written(item, encipher)).join(' ')}]`;
  const entries = [...value].map(([key, item]) => `${writtenName(key)} ${written(item, encipher)}`);
  return `<<${entries.join(' ')}>>`;
}

/** Without an exponent, which PDF does not allow. */
function writtenNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(6).replace(/\.?0+$/, '');
}

function writtenName(text: string): string {
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function writtenString(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes).toString('hex')}>`;
}

/**
 * One object: free (0), at the offset `one` with the generation `two` (1), or packed in stream `one` at index
 * `two` (2).
 */
export type Row = { number: number; kind: 0 | 1 | 2; one: number; two: number };

/** Runs of consecutive numbers. */
function runsOf(rows: Row[]): Row[][] {
  const runs: Row[][] = [];
  let last: Row | undefined;
  for (const row of rows) {
    if (last && row.number === last.number + 1) runs.at(-1)?.push(row);
    else runs.push([row]);
    last = row;
  }
  return runs;
}

/** A cross-reference table with its trailer; ISO 32000-2, 7.5.4 and 7.5.5. @param rows in order of number */
export function writtenTable(rows: Row[], trailer: Dict): Buffer {
  const line = ({ kind, one, two }: Row) =>
    `${String(one).padStart(10, '0')} ${String(two).padStart(5, '0')} ${kind === 1 ? 'n' : 'f'}\r\n`;
  const runs = runsOf(rows).map((run) => `${run[0]?.number} ${run.length}\n${run.map(line).join('')}`);
  return Buffer.from(`xref\n${runs.join('')}trailer\n${written(trailer)}\n`, 'latin1');
}

const offsetBytes = 5;

/** A cross-reference stream as the object `number`; ISO 32000-2, 7.5.8. @param rows in order of number */
export function writtenStream(number: number, rows: Row[], trailer: Dict): Buffer {
  const width = 1 + offsetBytes + 2;
  const table = Buffer.alloc(rows.length * width);
  for (const [i, { kind, one, two }] of rows.entries()) {
    table.writeUInt8(kind, i * width);
    table.writeUIntBE(one, i * width + 1, offsetBytes);
    table.writeUInt16BE(Math.min(two, 65535), i * width + 1 + offsetBytes);
  }
  const data = deflateSync(table);
  const dict: Dict = new Map([
    ...trailer,
    ['Type', name('XRef')],
    ['W', [1, offsetBytes, 2]],
    ['Index', runsOf(rows).flatMap((run) => [run[0]?.number ?? 0, run.length])],
    ['Filter', name('FlateDecode')],
    ['Length', data.length],
  ]);
  const head = `${number} 0 obj\n${written(dict)}\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')]);
}

/**
 * An operator of a content stream after its operands. They are rounded to a thousandth, because more digits
 * only make the file longer. ISO 32000-2, Annex A.
 */
export function op(name: string, ...operands: number[]): string {
  return `${[...operands.map((operand) => Math.round(1000 * operand) / 1000), name].join(' ')}\n`;
}
