/** The part of DER that signatures need, with a writer and a strict reader; ITU-T X.690, 8, 10 and 11. */

export const tags = { integer: 0x02, octets: 0x04, null: 0x05, oid: 0x06, sequence: 0x30, set: 0x31 };

/** The tag of a context-specific constructed element: [0], [1]. */
export const context = (number: number) => 0xa0 | number;

/** Writes an element: its tag, the length of its contents, and the contents. */
export function element(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(length), ...contents]);
}

export const sequence = (...contents: Uint8Array[]) => element(tags.sequence, ...contents);
export const octets = (bytes: Uint8Array) => element(tags.octets, bytes);

/** A SET OF, under its own tag or another. Its members ascend as octet strings; X.690, 11.6. */
export function setOf(members: Uint8Array[], tag = tags.set): Uint8Array {
  return element(tag, ...members.toSorted((a, b) => Buffer.compare(a, b)));
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(tags.oid, Uint8Array.from([40 * first + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const digits = [arc % 128];
  for (let high = Math.floor(arc / 128); high > 0; high = Math.floor(high / 128)) {
    digits.unshift(0x80 | (high % 128));
  }
  return digits;
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const digits: number[] = [];
  for (let high = length; high > 0; high >>>= 8) digits.unshift(high & 0xff);
  return Uint8Array.of(0x80 | digits.length, ...digits);
}

/** An element that was read. `whole` includes tag and length. Both byte arrays are views, not copies. */
export type Element = { tag: number; body: Uint8Array; whole: Uint8Array };

/** The bytes are not DER, or not the expected element. */
export class DerError extends Error {}

/**
 * Reads the element at the start of `bytes` and ignores the bytes after it.
 * @throws DerError unless it is DER with a low tag number and less than 16 MiB
 */
export function readElement(bytes: Uint8Array): Element {
  const [tag = 0x1f, first = 0x80] = bytes;
  const digits = first < 0x80 ? 0 : first & 0x7f;
  if ((tag & 0x1f) === 0x1f || first === 0x80 || digits > 3) throw new DerError();
  const start = 2 + digits;
  const length = digits === 0 ? first : bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0);
  const isShortest = digits === 0 || length >= (digits === 1 ? 0x80 : 256 ** (digits - 1));
  if (!isShortest || start + length > bytes.length) throw new DerError();
  return { tag, body: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}

/**
 * The elements within a parent of the given tag.
 * @throws DerError also if the parent is absent or has another tag
 */
export function readMembers(parent: Element | undefined, tag: number): Element[] {
  if (parent?.tag !== tag) throw new DerError();
  const members: Element[] = [];
  for (let rest = parent.body; rest.length > 0; ) {
    const member = readElement(rest);
    members.push(member);
    rest = rest.subarray(member.whole.length);
  }
  return members;
}
