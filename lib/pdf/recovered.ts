import type { CrossReference, Entry } from '@/lib/pdf/cross-reference';
import { PdfFile } from '@/lib/pdf/file';
import { Damaged } from '@/lib/pdf/lexer';
import { type ObjectStream, valueIn } from '@/lib/pdf/object-stream';
import { isDict, Name, Ref, type Value } from '@/lib/pdf/objects';
import { type Scan, scan, sectionOf } from '@/lib/pdf/recovery';

/** A file by what a search through it finds instead of its cross-reference. @throws Damaged or PdfRefused */
export function recovered(bytes: Buffer, offset: number): PdfFile {
  const found = scan(bytes);
  const pdf = new PdfFile(bytes, offset, () => crossReferenceOf(found));
  const packed = found.packs.flatMap((container) => addPacked(pdf, container, found.entries));
  pdf.adopt(crossReferenceOf(found));
  if (pdf.catalog) return pdf;
  const root = [...found.catalogs, ...packed]
    .map((number) => new Ref(number, 0))
    .findLast((candidate) => pdf.catalogAt(candidate));
  if (!root) throw new Damaged('no catalog');
  pdf.adopt({ ...pdf.crossReference, trailer: new Map([...found.trailer, ['Root', root]]) });
  return pdf;
}

/** Objects in object streams can only be told by a stream. */
function crossReferenceOf({ entries, trailer, packs }: Scan): CrossReference {
  const kind = packs.length > 0 ? 'stream' : 'table';
  return { sections: [sectionOf(entries)], trailer, kind, start: undefined };
}

/** Adds what an object stream holds, where no later object has its number. @returns the catalogs among these */
function addPacked(pdf: PdfFile, container: number, entries: Map<number, Entry>): number[] {
  const standing = entries.get(container);
  const packed = tolerant(() => pdf.objectStream(container));
  if (!packed || standing?.kind !== 'offset') return [];
  const catalogs: number[] = [];
  for (const [index, number] of [...packed.offsets.keys()].entries()) {
    const other = entries.get(number);
    if (other?.kind === 'offset' && other.at > standing.at) continue;
    entries.set(number, { kind: 'packed', stream: container, index });
    if (isCatalog(packed, number)) catalogs.push(number);
  }
  return catalogs;
}

function isCatalog(packed: ObjectStream, number: number): boolean {
  const start = packed.offsets.get(number) ?? 0;
  // Only dictionaries that may be a catalog are read.
  if (!packed.data.subarray(start, start + 4000).includes('Catalog')) return false;
  const value: Value | undefined = tolerant(() => valueIn(packed, number));
  const type = isDict(value) ? value.get('Type') : undefined;
  return type instanceof Name && type.value === 'Catalog';
}

function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}
