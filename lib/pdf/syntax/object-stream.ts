import { Damaged, Lexer } from '@/lib/pdf/syntax/lexer';
import type { Value } from '@/lib/pdf/syntax/objects';

/** An object stream: its data, and the position in it of each object by number; ISO 32000-2, 7.5.7. */
export type ObjectStream = { data: Buffer; offsets: Map<number, number> };

/**
 * @param count how many objects the stream declares
 * @param first where the first one begins
 * @throws Damaged
 */
export function readObjectStream(data: Buffer, count = 0, first = 0): ObjectStream {
  const lexer = new Lexer(data);
  const offsets = new Map<number, number>();
  for (let i = 0; i < count && lexer.at < first; i += 1) {
    const number = lexer.integer();
    offsets.set(number, first + lexer.integer());
  }
  return { data, offsets };
}

/** The value of an object, or null if the stream lacks it. @throws Damaged */
export function valueIn({ data, offsets }: ObjectStream, number: number): Value {
  const offset = offsets.get(number);
  if (offset === undefined) return null;
  if (offset > data.length) throw new Damaged('an object beyond its stream');
  return new Lexer(data, offset).value();
}
