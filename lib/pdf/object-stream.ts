import { Damaged, Lexer } from '@/lib/pdf/lexer';
import type { Value } from '@/lib/pdf/objects';

/** An object stream: its data, and where in it the object of each number begins; ISO 32000-2, 7.5.7. */
export type ObjectStream = { data: Buffer; offsets: Map<number, number> };

/** @param count how many objects it says it holds, @param first where the first begins; @throws Damaged */
export function readObjectStream(data: Buffer, count = 0, first = 0): ObjectStream {
  const lexer = new Lexer(data);
  const offsets = new Map<number, number>();
  for (let i = 0; i < count && lexer.at < first; i += 1) {
    const number = lexer.integer();
    offsets.set(number, first + lexer.integer());
  }
  return { data, offsets };
}

/** The value of an object, null where it is not in the stream. @throws Damaged */
export function valueIn({ data, offsets }: ObjectStream, number: number): Value {
  const offset = offsets.get(number);
  if (offset === undefined) return null;
  if (offset > data.length) throw new Damaged('an object beyond its stream');
  return new Lexer(data, offset).value();
}
