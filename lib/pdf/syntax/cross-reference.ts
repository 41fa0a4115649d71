import { Damaged, isSpace, Lexer } from '@/lib/pdf/syntax/lexer';
import { type Dict, isDict, Name, type Value } from '@/lib/pdf/syntax/objects';

/** An object's position: at an offset of the file, or packed in an object stream. */
export type Entry =
  | { kind: 'free' }
  | { kind: 'offset'; at: number; generation: number }
  | { kind: 'packed'; stream: number; index: number };

/** Entries of `count` objects from the number `first`. Each is read on demand. */
export type Section = { first: number; count: number; entry: (index: number) => Entry };

/** The chain of a file's cross-references, newest first. Offsets count from the file's %PDF-. */
export type CrossReference = {
  sections: Section[];
  trailer: Dict;
  /** The kind of the newest cross-reference. A new revision uses the same kind. */
  kind: 'table' | 'stream';
  /** The newest trailer's position in the file, or undefined if a complete new one must be written. */
  start: number | undefined;
};

export type StreamAt = (offset: number) => { dict: Dict; data: () => Buffer } | undefined;

const free: Entry = { kind: 'free' };
const longestChain = 1000;
const highestNumber = 8_388_607;

export function findEntry(sections: Section[], number: number): Entry {
  for (const { first, count, entry } of sections) {
    if (number >= first && number < first + count) return entry(number - first);
  }
  return free;
}

/** The lowest number above those of all objects. */
export function nextNumber(sections: Section[]): number {
  return sections.reduce((next, { first, count }) => Math.max(next, first + count), 1);
}

/**
 * Reads the chain that begins at `startxref`; ISO 32000-2, 7.5.4-7.5.8.
 * @param bytes the file from its %PDF- on
 * @throws Damaged
 */
export function readCrossReference(bytes: Buffer, streamAt: StreamAt): CrossReference {
  const start = readStart(bytes);
  const waiting = [start];
  const seen = new Set<number>();
  const found: Omit<CrossReference, 'start'>[] = [];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > longestChain || at < 0 || at >= bytes.length) throw new Damaged('the chain of revisions');
    const one = readOne(bytes, at, streamAt);
    found.push(one);
    const previous = one.trailer.get('Prev');
    if (typeof previous === 'number') waiting.push(previous);
    // In a hybrid file the stream takes precedence over older revisions; ISO 32000-2, 7.5.8.4.
    const hybrid = one.trailer.get('XRefStm');
    if (one.kind === 'table' && typeof hybrid === 'number') waiting.unshift(hybrid);
  }
  const [newest] = found;
  if (!newest) throw new Damaged('no cross-reference');
  const sections = found.flatMap((one) => one.sections);
  if (nextNumber(sections) > highestNumber) throw new Damaged('an object number that is too high');
  return { sections, trailer: newest.trailer, kind: newest.kind, start };
}

function readStart(bytes: Buffer): number {
  const tail = bytes.subarray(Math.max(0, bytes.length - 2048));
  const at = tail.lastIndexOf('startxref');
  if (at === -1) throw new Damaged('no startxref');
  return new Lexer(tail, at + 'startxref'.length).integer();
}

function readOne(bytes: Buffer, at: number, streamAt: StreamAt): Omit<CrossReference, 'start'> {
  const lexer = new Lexer(bytes, at);
  lexer.skipSpace();
  if (bytes.toString('latin1', lexer.at, lexer.at + 4) !== 'xref') return readStream(streamAt(lexer.at));
  lexer.at += 4;
  const sections: Section[] = [];
  for (lexer.skipSpace(); bytes[lexer.at] !== 't'.charCodeAt(0); lexer.skipSpace()) {
    sections.push(readSubsection(bytes, lexer));
  }
  if (lexer.word() !== 'trailer') throw new Damaged('no trailer');
  const trailer = lexer.value();
  if (!isDict(trailer)) throw new Damaged('no trailer');
  return { sections, trailer, kind: 'table' };
}

/** Proper entries of 20 bytes are read on demand, others at once. */
function readSubsection(bytes: Buffer, lexer: Lexer): Section {
  const first = lexer.integer();
  const count = lexer.integer();
  if (first < 0 || count < 0 || count > bytes.length / 10) throw new Damaged('a subsection of the table');
  lexer.skipSpace();
  const start = lexer.at;
  if (isRegular(bytes, start, count)) {
    lexer.at = start + 20 * count;
    return { first, count, entry: (index) => regularEntry(bytes, start + 20 * index) };
  }
  const entries = Array.from({ length: count }, () =>
    tableEntry(lexer.integer(), lexer.integer(), lexer.word()),
  );
  return { first, count, entry: (index) => entries[index] ?? free };
}

function isRegular(bytes: Buffer, start: number, count: number): boolean {
  if (count === 0) return true;
  const last = start + 20 * (count - 1);
  const looks = (at: number) =>
    /^\d{10} \d{5} [nf][\r\n ]{2}$/.test(bytes.toString('latin1', at, at + 20)) && isSpace(bytes[at + 19]);
  return looks(start) && looks(last) && looks(start + 20 * Math.floor(count / 2));
}

function regularEntry(bytes: Buffer, at: number): Entry {
  const [, offset, generation, kind] =
    /^(\d{10}) (\d{5}) ([nf])/.exec(bytes.toString('latin1', at, at + 18)) ?? [];
  return tableEntry(Number(offset), Number(generation), kind ?? '');
}

function tableEntry(at: number, generation: number, kind: string): Entry {
  if (kind === 'f' || (kind === 'n' && at === 0)) return free;
  if (kind !== 'n' || !Number.isInteger(at)) throw new Damaged('an entry of the table');
  return { kind: 'offset', at, generation };
}

function readStream(stream: ReturnType<StreamAt>): Omit<CrossReference, 'start'> {
  const type = stream?.dict.get('Type');
  if (!stream || !(type instanceof Name && type.value === 'XRef')) throw new Damaged('no cross-reference');
  const data = stream.data();
  const widths = numbers(stream.dict.get('W'));
  const [kindWidth = 0, firstWidth = 0, secondWidth = 0] = widths;
  const row = kindWidth + firstWidth + secondWidth;
  const size = stream.dict.get('Size');
  const index = numbers(stream.dict.get('Index') ?? [0, typeof size === 'number' ? size : 0]);
  if (widths.length < 3 || row < 1 || row > 24) throw new Damaged('widths of the cross-reference');
  const field = (at: number, width: number) => {
    let value = 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (data[at + i] ?? 0);
    return value;
  };
  const sections: Section[] = [];
  let from = 0;
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first = 0, asked = 0] = index.slice(i, i + 2);
    const start = from;
    const count = Math.max(0, Math.min(asked, Math.floor((data.length - start) / row)));
    sections.push({
      first,
      count,
      entry: (position) => {
        const at = start + position * row;
        const kind = kindWidth ? field(at, kindWidth) : 1;
        const one = field(at + kindWidth, firstWidth);
        const two = field(at + kindWidth + firstWidth, secondWidth);
        if (kind === 2) return { kind: 'packed', stream: one, index: two };
        return kind === 1 ? { kind: 'offset', at: one, generation: two } : free;
      },
    });
    from = start + count * row;
  }
  return { sections, trailer: stream.dict, kind: 'stream' };
}

function numbers(value: Value | undefined): number[] {
  if (!Array.isArray(value)) return [];
  return value.map((item) => (typeof item === 'number' && Number.isInteger(item) && item >= 0 ? item : 0));
}
