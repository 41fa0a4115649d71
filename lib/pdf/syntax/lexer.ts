import { unescaped } from '@/lib/pdf/syntax/literal';
import { type Dict, Name, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

/**
 * The bytes break the rules of PDF, or are not the object that the file refers to. A reader may try to
 * recover the file.
 */
export class Damaged extends Error {}

const deepest = 200;
const most = 5_000_000;

const space = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) space[code] = 1;
const delimiter = new Uint8Array(256);
for (const character of '()<>[]{}/%') delimiter[character.charCodeAt(0)] = 1;

export const isSpace = (code: number | undefined) => code !== undefined && space[code] === 1;
const isRegular = (code: number | undefined) =>
  code !== undefined && space[code] === 0 && delimiter[code] === 0;
const isDigit = (code: number | undefined) => code !== undefined && code >= 48 && code <= 57;

const [percent, open, close, less, greater, slash] = [37, 40, 41, 60, 62, 47];
const [openBracket, closeBracket, backslash, newline, carriageReturn] = [91, 93, 92, 10, 13];

/**
 * Reads the values of PDF syntax from `at` up to `end`; ISO 32000-2, 7.2 and 7.3. It is lenient, as readers
 * are: anything that is not a value counts as null. Every method throws Damaged if the bytes end too soon,
 * and PdfRefused 'too-complex' beyond 200 levels or five million values.
 */
export class Lexer {
  private depth = 0;
  private values = 0;

  constructor(
    private readonly bytes: Buffer,
    public at = 0,
    private readonly end = bytes.length,
  ) {}

  skipSpace(): void {
    for (;;) {
      const code = this.peek();
      if (isSpace(code)) this.at += 1;
      else if (code === percent) this.skipLine();
      else return;
    }
  }

  /** The next run of regular characters, empty at a delimiter or the end. */
  word(): string {
    this.skipSpace();
    const start = this.at;
    while (isRegular(this.peek())) this.at += 1;
    return this.bytes.toString('latin1', start, this.at);
  }

  /** The next word as a whole number. */
  integer(): number {
    const word = this.word();
    if (!/^[+-]?\d{1,15}$/.test(word)) throw new Damaged('not a whole number');
    return Number(word);
  }

  value(): Value {
    this.skipSpace();
    this.values += 1;
    if (this.values > most) throw new PdfRefused('too-complex');
    const code = this.peek();
    if (code === undefined) throw new Damaged('the bytes end within a value');
    if (code === slash) return new Name(this.nameText());
    if (code === open) return this.literal();
    if (code === less) return this.bytes[this.at + 1] === less ? this.nested(() => this.dict()) : this.hex();
    if (code === openBracket) return this.nested(() => this.array());
    if (isRegular(code)) return this.wordValue();
    this.at += 1;
    return null;
  }

  private peek(): number | undefined {
    return this.at < this.end ? this.bytes[this.at] : undefined;
  }

  private skipLine(): void {
    while (this.at < this.end && this.bytes[this.at] !== newline && this.bytes[this.at] !== carriageReturn) {
      this.at += 1;
    }
  }

  private nested<T>(read: () => T): T {
    this.depth += 1;
    if (this.depth > deepest) throw new PdfRefused('too-complex');
    const value = read();
    this.depth -= 1;
    return value;
  }

  private nameText(): string {
    this.at += 1;
    const start = this.at;
    while (isRegular(this.peek())) this.at += 1;
    const text = this.bytes.toString('latin1', start, this.at);
    if (!text.includes('#')) return text;
    return text.replace(/#([0-9a-fA-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  private dict(): Dict {
    this.at += 2;
    const dict: Dict = new Map();
    for (;;) {
      this.skipSpace();
      const code = this.peek();
      if (code === undefined) throw new Damaged('the bytes end within a dictionary');
      if (code === greater) {
        this.at += this.bytes[this.at + 1] === greater ? 2 : 1;
        return dict;
      }
      if (code === slash) this.entry(dict);
      else if (this.startsWith('endobj')) return dict;
      else this.value();
    }
  }

  /** A key with its value; a key at the end of the dictionary has none. */
  private entry(dict: Dict): void {
    const key = this.nameText();
    this.skipSpace();
    if (this.peek() !== greater) dict.set(key, this.value());
  }

  private array(): Value[] {
    this.at += 1;
    const values: Value[] = [];
    for (;;) {
      this.skipSpace();
      const code = this.peek();
      if (code === undefined) throw new Damaged('the bytes end within an array');
      if (code === closeBracket) {
        this.at += 1;
        return values;
      }
      if (this.startsWith('endobj')) return values;
      values.push(this.value());
    }
  }

  private startsWith(word: string): boolean {
    return (
      this.bytes[this.at] === word.charCodeAt(0) &&
      this.bytes.toString('latin1', this.at, this.at + word.length) === word
    );
  }

  private hex(): Str {
    const start = this.at + 1;
    while (this.peek() !== greater) {
      if (this.at >= this.end) throw new Damaged('the bytes end within a string');
      this.at += 1;
    }
    const digits = this.bytes.toString('latin1', start, this.at).replace(/[^0-9a-fA-F]/g, '');
    this.at += 1;
    return new Str(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'));
  }

  private literal(): Str {
    const start = this.at;
    let level = 0;
    let plain = true;
    do {
      const code = this.peek();
      if (code === undefined) throw new Damaged('the bytes end within a string');
      if (code === open) level += 1;
      else if (code === close) level -= 1;
      else if (code === backslash) this.at += 1;
      if (code === backslash || code === carriageReturn) plain = false;
      this.at += 1;
    } while (level > 0);
    const inside = this.bytes.subarray(start + 1, this.at - 1);
    return new Str(plain ? inside : unescaped(inside));
  }

  private wordValue(): Value {
    const start = this.at;
    const word = this.word();
    if (/^\d+$/.test(word)) return this.reference(Number(word)) ?? Number(word);
    if (word === 'true') return true;
    if (word === 'false') return false;
    const number = Number.parseFloat(word);
    if (this.at === start) this.at += 1;
    return Number.isFinite(number) ? number : null;
  }

  /** The reference that begins with this whole number, if there is one. */
  private reference(number: number): Ref | undefined {
    const start = this.at;
    this.skipSpace();
    const from = this.at;
    while (isDigit(this.peek()) && this.at - from < 6) this.at += 1;
    if (this.at > from) {
      const generation = Number(this.bytes.toString('latin1', from, this.at));
      this.skipSpace();
      if (this.peek() === 82 && !isRegular(this.bytes[this.at + 1])) {
        this.at += 1;
        return new Ref(number, generation);
      }
    }
    this.at = start;
    return undefined;
  }
}
