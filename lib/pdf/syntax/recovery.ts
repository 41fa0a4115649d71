import type { CrossReference, Entry, Section } from '@/lib/pdf/syntax/cross-reference';
import { PdfFile } from '@/lib/pdf/syntax/file';
import { Damaged, isSpace, Lexer } from '@/lib/pdf/syntax/lexer';
import { type Dict, isDict, Name, Ref } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/**
 * Opens a file by searching it, without its cross-reference. The trailer must still name the catalog: other readers look
 * for it nowhere else, and nobody could open the file that was filed.
 * @throws Damaged or PdfRefused
 */
export function recovered(bytes: Buffer, offset: number): PdfFile {
  const found = scan(bytes);
  const pdf = new PdfFile(bytes, offset, () => crossReferenceOf(found));
  for (const container of found.packs) addPacked(pdf, container, found.entries);
  pdf.adopt(crossReferenceOf(found));
  if (!pdf.catalog) throw new Damaged('no catalog');
  return pdf;
}

/** Only a cross-reference stream can name objects in object streams. */
function crossReferenceOf({ entries, trailer, packs }: Scan): CrossReference {
  const kind = packs.length > 0 ? 'stream' : 'table';
  return { sections: [sectionOf(entries)], trailer, kind, start: undefined };
}

/** Adds the objects of an object stream, except those whose number a later object has. */
function addPacked(pdf: PdfFile, container: number, entries: Map<number, Entry>): void {
  const standing = entries.get(container);
  const packed = tolerant(() => pdf.objectStream(container));
  if (!packed || standing?.kind !== 'offset') return;
  for (const [index, number] of [...packed.offsets.keys()].entries()) {
    const other = entries.get(number);
    if (other?.kind === 'offset' && other.at > standing.at) continue;
    entries.set(number, { kind: 'packed', stream: container, index });
  }
}

function tolerant<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Damaged) return undefined;
    throw error;
  }
}

/** What a search through the whole file finds where its cross-reference is damaged. */
type Scan = {
  /** The last object of each number. */
  entries: Map<number, Entry>;
  /** The last trailer that names a root, else the last trailer. */
  trailer: Dict;
  /** The numbers of object streams, in the order of the file. */
  packs: number[];
};

type Standing = { number: number; generation: number; at: number; body: number };

const mostObjects = 1_000_000;
const highestNumber = 8_388_606;

/** Entries as one section of a cross-reference. */
function sectionOf(entries: Map<number, Entry>): Section {
  const count = [...entries.keys()].reduce((most, number) => Math.max(most, number + 1), 1);
  return { first: 0, count, entry: (number) => entries.get(number) ?? { kind: 'free' } };
}

/**
 * Finds every "1 0 obj" and every trailer, in time linear in the file's size. The last object of a number
 * wins, as it does for a reader that follows the revisions.
 * @throws PdfRefused 'too-complex' beyond a million objects
 */
function scan(bytes: Buffer): Scan {
  const standing = findObjects(bytes);
  const entries = new Map<number, Entry>();
  const found: Scan = { entries, trailer: new Map(), packs: [] };
  for (const [i, { number, generation, at, body }] of standing.entries()) {
    entries.set(number, { kind: 'offset', at, generation });
    const end = standing[i + 1]?.at ?? bytes.length;
    const dict = dictAt(bytes, body, end);
    const type = dict?.get('Type');
    if (!dict || !(type instanceof Name)) continue;
    if (type.value === 'ObjStm') found.packs.push(number);
    if (type.value === 'XRef') found.trailer = betterTrailer(found.trailer, dict);
  }
  for (let at = bytes.indexOf('trailer'); at !== -1; at = bytes.indexOf('trailer', at + 7)) {
    const end = Math.min(bytes.length, at + 10_000);
    const dict = dictAt(bytes, at + 7, end) ?? cutTrailer(bytes, at + 7, end);
    if (dict) found.trailer = betterTrailer(found.trailer, dict);
  }
  return found;
}

/** What a trailer that is cut off still says of the catalog, as poppler reads it. */
function cutTrailer(bytes: Buffer, at: number, end: number): Dict | undefined {
  const [, root] =
    /^\s*<<[\s\S]{0,2000}?\/Root\s+(\d{1,7})\s+\d{1,5}\s+R/.exec(bytes.toString('latin1', at, end)) ?? [];
  return root === undefined ? undefined : new Map([['Root', new Ref(Number(root), 0)]]);
}

function betterTrailer(known: Dict, other: Dict): Dict {
  return other.has('Root') || !known.has('Root') ? other : known;
}

function dictAt(bytes: Buffer, at: number, end: number): Dict | undefined {
  const lexer = new Lexer(bytes, at, end);
  lexer.skipSpace();
  if (bytes.toString('latin1', lexer.at, lexer.at + 2) !== '<<') return undefined;
  try {
    const value = lexer.value();
    return isDict(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function findObjects(bytes: Buffer): Standing[] {
  const found: Standing[] = [];
  for (let at = bytes.indexOf('obj'); at !== -1; at = bytes.indexOf('obj', at + 3)) {
    const generation = numberBefore(bytes, at, 5);
    const number = generation && numberBefore(bytes, generation.at, 8);
    if (!number || number.value > highestNumber || !isSpace(bytes[generation.at - 1])) continue;
    if (found.length >= mostObjects) throw new PdfRefused('too-complex');
    found.push({ number: number.value, generation: generation.value, at: number.at, body: at + 3 });
  }
  return found;
}

/**
 * The whole number, of a limited number of digits, that ends before an offset. White space may come between.
 */
function numberBefore(
  bytes: Buffer,
  offset: number,
  digits: number,
): { value: number; at: number } | undefined {
  let end = offset;
  while (end > 0 && offset - end < 20 && isSpace(bytes[end - 1])) end -= 1;
  let at = end;
  while (at > 0 && end - at <= digits && isDigit(bytes[at - 1])) at -= 1;
  if (at === end || end - at > digits) return undefined;
  return { value: Number(bytes.toString('latin1', at, end)), at };
}

const isDigit = (code: number | undefined) => code !== undefined && code >= 48 && code <= 57;
