const [backslash, newline, carriageReturn] = [92, 10, 13];

const escapes = new Map(
  Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }).map(([k, v]) => [k.charCodeAt(0), v]),
);

/** The bytes of a literal string without its parentheses; ISO 32000-2, 7.3.4.2. */
export function unescaped(raw: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let at = 0;
  while (at < raw.length) {
    const code = raw[at] ?? 0;
    if (code === backslash) {
      const escaped = escapeAt(raw, at + 1);
      bytes.push(...escaped.bytes);
      at += 1 + escaped.length;
    } else if (code === carriageReturn) {
      bytes.push(newline);
      at += lineEndLength(raw, at);
    } else {
      bytes.push(code);
      at += 1;
    }
  }
  return Uint8Array.from(bytes);
}

/** The bytes that an escape stands for, and how long it is without its backslash. Before the end of a line it is none. */
function escapeAt(raw: Uint8Array, at: number): { bytes: number[]; length: number } {
  const octal = /^[0-7]{1,3}/.exec(Buffer.from(raw.subarray(at, at + 3)).toString('latin1'))?.[0];
  if (octal) return { bytes: [Number.parseInt(octal, 8) & 255], length: octal.length };
  const code = raw[at] ?? backslash;
  if (code === newline || code === carriageReturn) return { bytes: [], length: lineEndLength(raw, at) };
  return { bytes: [escapes.get(code) ?? code], length: 1 };
}

/** A carriage return and the line feed behind it are one end of a line. */
const lineEndLength = (raw: Uint8Array, at: number) =>
  raw[at] === carriageReturn && raw[at + 1] === newline ? 2 : 1;
