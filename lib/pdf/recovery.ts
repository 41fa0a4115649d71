import type { Entry, Section } from '@/lib/pdf/cross-reference';
import { isSpace, Lexer } from '@/lib/pdf/lexer';
import { type Dict, isDict, Name } from '@/lib/pdf/objects';
import { PdfRefused } from '@/lib/pdf/refusal';

/** What a search through the whole file finds where its cross-reference is damaged. */
export type Scan = {
  /** The last object of each number. */
  entries: Map<number, Entry>;
  /** The last trailer that names a root, or the last of all. */
  trailer: Dict;
  /** The numbers of object streams, in the order of the file. */
  packs: number[];
  /** The numbers of catalogs, in the order of the file. */
  catalogs: number[];
};

type Standing = { number: number; generation: number; at: number; body: number };

const mostObjects = 1_000_000;
const highestNumber = 8_388_606;

/** Entries as one section of a cross-reference. */
export function sectionOf(entries: Map<number, Entry>): Section {
  const count = [...entries.keys()].reduce((most, number) => Math.max(most, number + 1), 1);
  return { first: 0, count, entry: (number) => entries.get(number) ?? { kind: 'free' } };
}

/**
 * Finds every "1 0 obj" and every trailer, in time linear in the file's size. The last object of a number wins,
 * as a reader that follows the revisions would have it.
 * @throws PdfRefused 'too-complex' beyond a million objects
 */
export function scan(bytes: Buffer): Scan {
  const standing = findObjects(bytes);
  const entries = new Map<number, Entry>();
  const found: Scan = { entries, trailer: new Map(), packs: [], catalogs: [] };
  for (const [i, { number, generation, at, body }] of standing.entries()) {
    entries.set(number, { kind: 'offset', at, generation });
    const end = standing[i + 1]?.at ?? bytes.length;
    const dict = dictAt(bytes, body, end);
    const type = dict?.get('Type');
    if (!dict || !(type instanceof Name)) continue;
    if (type.value === 'ObjStm') found.packs.push(number);
    if (type.value === 'Catalog') found.catalogs.push(number);
    if (type.value === 'XRef') found.trailer = betterTrailer(found.trailer, dict);
  }
  for (let at = bytes.indexOf('trailer'); at !== -1; at = bytes.indexOf('trailer', at + 7)) {
    const dict = dictAt(bytes, at + 7, Math.min(bytes.length, at + 10_000));
    if (dict) found.trailer = betterTrailer(found.trailer, dict);
  }
  return found;
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

/** The whole number of at most so many digits that ends before an offset, with white space between or none. */
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
