import { type CrossReference, findEntry, nextNumber } from '@/lib/pdf/syntax/cross-reference';
import { type Encryption, readEncryption } from '@/lib/pdf/syntax/encryption';
import { unpacked } from '@/lib/pdf/syntax/filters';
import { Damaged, Lexer } from '@/lib/pdf/syntax/lexer';
import { type ObjectStream, readObjectStream, valueIn } from '@/lib/pdf/syntax/object-stream';
import { type Dict, isDict, Name, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import { Budget } from '@/lib/pdf/syntax/refusal';

/** A stream of the file. Its bytes are read on demand. */
export type FileStream = { dict: Dict; data: () => Buffer };

type IndirectObject = { value: Value; stream?: FileStream | undefined };
/** How many times longer a byte takes to read as a value than to search. */
const lexingCost = 10;

/** The objects of a PDF, each read on demand. Strings and streams are decrypted. */
export class PdfFile {
  readonly encryption: Encryption | undefined;
  private known: CrossReference;
  private readonly found = new Map<number, IndirectObject>();
  private readonly streams = new Map<number, ObjectStream | undefined>();
  private readonly budget = new Budget();

  /** @param bytes the file from %PDF- on; `offset` bytes precede it; @throws Damaged or PdfRefused */
  constructor(
    readonly bytes: Buffer,
    readonly offset: number,
    read: (bytes: Buffer, streamAt: (at: number) => FileStream | undefined) => CrossReference,
  ) {
    this.known = read(bytes, (at) => this.streamAt(at));
    this.encryption = this.readEncryption();
  }

  get crossReference(): CrossReference {
    return this.known;
  }

  /** Replaces the cross-reference with a better one. */
  adopt(crossReference: CrossReference): void {
    this.known = crossReference;
    this.found.clear();
  }

  /**
   * Whether the file's own cross-reference is damaged. A revision then writes a complete new cross-reference.
   */
  get isRecovered(): boolean {
    return this.known.start === undefined;
  }

  /** The document's root, if it has a page tree. */
  get catalog(): Dict | undefined {
    return this.catalogAt(this.trailer.get('Root'));
  }

  catalogAt(value: Value | undefined): Dict | undefined {
    const catalog = value instanceof Ref ? this.dict(value) : undefined;
    return catalog && this.dict(catalog.get('Pages')) ? catalog : undefined;
  }

  get trailer(): Dict {
    return this.known.trailer;
  }

  get nextNumber(): number {
    return nextNumber(this.known.sections);
  }

  get root(): Ref {
    const root = this.trailer.get('Root');
    if (!(root instanceof Ref)) throw new Damaged('no root');
    return root;
  }

  /** The value itself, or the value of the object it refers to, or null if that object is absent. */
  resolve(value: Value | undefined): Value {
    let current = value ?? null;
    for (let steps = 0; current instanceof Ref; steps += 1) {
      if (steps > 50) return null;
      current = this.object(current.number).value;
    }
    return current;
  }

  dict(value: Value | undefined): Dict | undefined {
    const resolved = this.resolve(value);
    return isDict(resolved) ? resolved : undefined;
  }

  array(value: Value | undefined): Value[] | undefined {
    const resolved = this.resolve(value);
    return Array.isArray(resolved) ? resolved : undefined;
  }

  name(value: Value | undefined): string | undefined {
    const resolved = this.resolve(value);
    return resolved instanceof Name ? resolved.value : undefined;
  }

  number(value: Value | undefined): number | undefined {
    const resolved = this.resolve(value);
    return typeof resolved === 'number' && Number.isFinite(resolved) ? resolved : undefined;
  }

  /** The stream that a reference leads to. */
  stream(value: Value | undefined): FileStream | undefined {
    return value instanceof Ref ? this.object(value.number).stream : undefined;
  }

  /** A reference with the generation that the object bears in this file. */
  current({ number }: Ref): Ref {
    const entry = findEntry(this.known.sections, number);
    return new Ref(number, entry.kind === 'offset' ? entry.generation : 0);
  }

  private object(number: number): IndirectObject {
    const known = this.found.get(number);
    if (known) return known;
    const found = this.readObject(number) ?? { value: null };
    this.found.set(number, found);
    return found;
  }

  private readObject(number: number): IndirectObject | undefined {
    const entry = findEntry(this.known.sections, number);
    if (entry.kind === 'free') return undefined;
    if (entry.kind === 'packed') {
      const stream = this.objectStream(entry.stream);
      return stream && { value: valueIn(stream, number) };
    }
    const lexer = new Lexer(this.bytes, entry.at);
    const found = Number(lexer.word());
    const generation = Number(lexer.word());
    if (found !== number || lexer.word() !== 'obj') {
      if (this.isRecovered) return undefined;
      throw new Damaged(`object ${number} is not at its offset`);
    }
    const owner = new Ref(number, generation);
    const value = this.decrypted(lexer.value(), owner);
    this.budget.spend(lexingCost * (lexer.at - entry.at));
    return { value, stream: isDict(value) ? this.streamAfter(value, lexer, owner) : undefined };
  }

  /** The object stream of this number, or undefined if there is none. @throws Damaged */
  objectStream(number: number): ObjectStream | undefined {
    if (!this.streams.has(number)) {
      // Set first, so that a stream that refers to itself does not loop without end.
      this.streams.set(number, undefined);
      this.streams.set(number, this.readObjectStream(number));
    }
    return this.streams.get(number);
  }

  private readObjectStream(number: number): ObjectStream | undefined {
    const entry = findEntry(this.known.sections, number);
    const stream = entry.kind === 'offset' ? this.object(number).stream : undefined;
    if (!stream) return undefined;
    return readObjectStream(
      stream.data(),
      this.number(stream.dict.get('N')),
      this.number(stream.dict.get('First')),
    );
  }

  /**
   * The stream object at an offset, such as a cross-reference stream. It is never encrypted, and its length
   * is never a reference.
   */
  private streamAt(at: number): FileStream | undefined {
    const lexer = new Lexer(this.bytes, at);
    lexer.integer();
    lexer.integer();
    if (lexer.word() !== 'obj') throw new Damaged('no object at an offset');
    const value = lexer.value();
    return isDict(value) ? this.streamAfter(value, lexer, undefined) : undefined;
  }

  /** The stream that follows its dictionary, if one does. */
  private streamAfter(dict: Dict, lexer: Lexer, owner: Ref | undefined): FileStream | undefined {
    lexer.skipSpace();
    if (this.bytes.toString('latin1', lexer.at, lexer.at + 6) !== 'stream') return undefined;
    let start = lexer.at + 6;
    if (this.bytes[start] === 13) start += 1;
    if (this.bytes[start] === 10) start += 1;
    const data = () => {
      const raw = this.bytes.subarray(start, start + this.lengthOf(dict, start, owner));
      this.budget.spend(raw.length);
      const plain =
        owner && this.encryption && !isExempt(dict) ? this.encryption.readStream(owner, raw) : raw;
      const out = unpacked(asBuffer(plain), dict, (value) => (owner ? this.resolve(value) : (value ?? null)));
      this.budget.spend(out.length);
      return out;
    };
    return { dict, data };
  }

  /** The /Length if it is true, else the distance to the next endstream. */
  private lengthOf(dict: Dict, start: number, owner: Ref | undefined): number {
    const told = owner ? this.resolve(dict.get('Length')) : dict.get('Length');
    if (typeof told === 'number' && told >= 0 && Number.isInteger(told)) {
      const after = this.bytes.toString('latin1', start + told, start + told + 20);
      if (/^\s*endstream/.test(after)) return told;
    }
    const end = this.bytes.indexOf('endstream', start);
    const length = (end === -1 ? this.bytes.length : end) - start;
    this.budget.spend(length);
    return length;
  }

  private decrypted(value: Value, owner: Ref): Value {
    const { encryption } = this;
    if (!encryption) return value;
    const map = (item: Value): Value => {
      if (item instanceof Str) return new Str(encryption.readString(owner, item.bytes));
      if (Array.isArray(item)) return item.map(map);
      if (isDict(item)) return new Map([...item].map(([key, inner]) => [key, map(inner)]));
      return item;
    };
    return map(value);
  }

  private readEncryption(): Encryption | undefined {
    const dict = this.dict(this.trailer.get('Encrypt'));
    if (!dict) return undefined;
    // These objects were read before the key was known. They are read again and decrypted.
    const resolved = this.withoutReferences(dict);
    const [id] = this.array(this.trailer.get('ID')) ?? [];
    const first = this.resolve(id);
    this.found.clear();
    return readEncryption(resolved, first instanceof Str ? first.bytes : new Uint8Array());
  }

  private withoutReferences(dict: Dict, depth = 0): Dict {
    const entries = [...dict.keys()].map((key): [string, Value] => {
      const value = this.resolve(dict.get(key));
      return [key, isDict(value) && depth < 4 ? this.withoutReferences(value, depth + 1) : value];
    });
    return new Map(entries);
  }
}

/** Streams that are not encrypted; ISO 32000-2, 7.5.8.2 and 7.6.6. */
function isExempt(dict: Dict): boolean {
  const type = dict.get('Type');
  const filter = dict.get('Filter');
  const [first] = Array.isArray(filter) ? filter : [filter];
  return (
    (type instanceof Name && type.value === 'XRef') || (first instanceof Name && first.value === 'Crypt')
  );
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
