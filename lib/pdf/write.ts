import { Name, Raw, Ref, Str, type Value } from '@/lib/pdf/objects';

/** What a string's bytes become in an encrypted file; the identity elsewhere. */
export type Encipher = (bytes: Uint8Array) => Uint8Array;

/** A value in the syntax of PDF, one character a byte; ISO 32000-2, 7.3. */
export function written(value: Value, encipher?: Encipher): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Name) return writtenName(value.value);
  if (value instanceof Ref) return `${value.number} ${value.generation} R`;
  if (value instanceof Str) return writtenString(encipher ? encipher(value.bytes) : value.bytes);
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => written(item, encipher)).join(' ')}]`;
  const entries = [...value].map(([key, item]) => `${writtenName(key)} ${written(item, encipher)}`);
  return `<<${entries.join(' ')}>>`;
}

/** Without an exponent, which PDF does not know. */
function writtenNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(6).replace(/\.?0+$/, '');
}

function writtenName(text: string): string {
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function writtenString(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes).toString('hex')}>`;
}
