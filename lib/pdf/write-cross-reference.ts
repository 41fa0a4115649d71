import { deflateSync } from 'node:zlib';
import { type Dict, name } from '@/lib/pdf/objects';
import { written } from '@/lib/pdf/write';

/** One object: free (0), at the offset `one` with the generation `two` (1), or packed in stream `one` at index `two` (2). */
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

/** A cross-reference table with its trailer; ISO 32000-2, 7.5.4 and 7.5.5. @param rows by number */
export function writtenTable(rows: Row[], trailer: Dict): Buffer {
  const line = ({ kind, one, two }: Row) =>
    `${String(one).padStart(10, '0')} ${String(two).padStart(5, '0')} ${kind === 1 ? 'n' : 'f'}\r\n`;
  const runs = runsOf(rows).map((run) => `${run[0]?.number} ${run.length}\n${run.map(line).join('')}`);
  return Buffer.from(`xref\n${runs.join('')}trailer\n${written(trailer)}\n`, 'latin1');
}

const offsetBytes = 5;

/** A cross-reference stream as the object `number`; ISO 32000-2, 7.5.8. @param rows by number */
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
