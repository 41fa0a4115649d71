import type { PdfFile } from '@/lib/pdf/syntax/file';
import { type Dict, isDict, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

const mostValues = 2_000_000;

/**
 * Every dictionary that the values lead to, each once, but through no entry of a `passive` key.
 * @throws PdfRefused 'too-complex'
 */
export function* dictsBelow(pdf: PdfFile, values: Value[], passive: ReadonlySet<string>): Generator<Dict> {
  const open = [...values];
  const seen = new Set<Value>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const value = pdf.resolve(next);
    if (seen.has(value)) continue;
    seen.add(value);
    if (seen.size > mostValues) throw new PdfRefused('too-complex');
    if (isDict(value)) yield value;
    for (const inner of valuesIn(value, passive)) open.push(inner);
  }
}

function valuesIn(value: Value, passive: ReadonlySet<string>): Value[] {
  if (Array.isArray(value)) return value;
  if (!isDict(value)) return [];
  return [...value].flatMap(([key, inner]) => (passive.has(key) ? [] : [inner]));
}
