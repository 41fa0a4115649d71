import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Damaged, Lexer } from '@/lib/pdf/syntax/lexer';
import { type Dict, Name, Ref, Str, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';
import { written } from '@/lib/pdf/syntax/write';

const read = (text: string) => new Lexer(Buffer.from(text, 'latin1')).value();
const bytesOf = (value: Value) =>
  value instanceof Str ? Buffer.from(value.bytes).toString('latin1') : value;

test.each<[string, Value]>([
  ['null', null],
  ['true', true],
  ['-17', -17],
  ['+.5', 0.5],
  ['4.', 4],
  ['/A#20B', new Name('A B')],
  ['/', new Name('')],
  ['12 0 R', new Ref(12, 0)],
  ['[1 2 R 3 4]', [new Ref(1, 2), 3, 4]],
  ['[1 0 R/A(x)]', [new Ref(1, 0), new Name('A'), new Str(Buffer.from('x'))]],
  ['% a comment\n7', 7],
])('%s is read', (text, value) => {
  const found = read(text);
  expect(JSON.stringify(found)).toBe(JSON.stringify(value));
});

test.each([
  ['(a(b)c)', 'a(b)c'],
  ['(\\)\\(\\\\)', ')(\\'],
  ['(\\n\\r\\t\\b\\f)', '\n\r\t\b\f'],
  ['(\\101\\7\\0101)', 'A\x07\x081'],
  ['(a\\\r\nb\\\nc)', 'abc'],
  ['(a\r\nb\rc)', 'a\nb\nc'],
  ['<48 65\n6C6c6>', 'Hell`'],
])('the string %j is read', (text, bytes) => {
  expect(bytesOf(read(text))).toBe(bytes);
});

test('a dictionary keeps the last of two entries, and what is no entry is passed over', () => {
  const found = read('<</A 1/B[2]3 /A 4/C>>') as Dict;
  expect([...found]).toEqual([
    ['A', 4],
    ['B', [2]],
  ]);
});

test.each(['(open', '<41', '[1 2', '<</A 1', ''])('%j ends too soon', (text) => {
  expect(() => read(text)).toThrow(Damaged);
});

test('too many levels are refused, not followed', () => {
  expect(() => read('['.repeat(1_000_000))).toThrow(PdfRefused);
});

describe('what is written', () => {
  const { value } = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false),
      fc.integer(),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000),
      fc.string().map((text) => new Name(Buffer.from(text, 'utf8').toString('latin1').replaceAll('\0', ''))),
      fc.tuple(fc.nat(9999), fc.nat(9)).map(([number, generation]) => new Ref(number, generation)),
      fc.uint8Array().map((bytes) => new Str(Buffer.from(bytes))),
      fc.array(tie('value'), { maxLength: 5 }),
      fc
        .dictionary(fc.string({ minLength: 1, unit: 'grapheme-ascii' }), tie('value'), { maxKeys: 5 })
        .map((entries): Dict => new Map(Object.entries(entries))),
    ),
  }));

  test('is read as it was', () => {
    fc.assert(
      fc.property(value, (original) => {
        const again = read(written(original));
        expect(written(again)).toBe(written(original));
      }),
    );
  });
});
