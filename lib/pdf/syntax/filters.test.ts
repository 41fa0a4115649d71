import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { rc4 } from '@/lib/pdf/syntax/file-key';
import { unpacked } from '@/lib/pdf/syntax/filters';
import { Damaged } from '@/lib/pdf/syntax/lexer';
import { dict, name, type Value } from '@/lib/pdf/syntax/objects';
import { PdfRefused } from '@/lib/pdf/syntax/refusal';

const resolve = (value: Value | undefined) => value ?? null;
const unpack = (data: Buffer, filter: Value, parameters?: Value) =>
  unpacked(data, dict({ Filter: filter, DecodeParms: parameters }), resolve);

test('filters follow each other', () => {
  const twice = Buffer.from(`${deflateSync('Hello').toString('hex')}>`);
  expect(unpack(twice, [name('ASCIIHexDecode'), name('FlateDecode')]).toString()).toBe('Hello');
});

test('data that ends too soon counts as far as it goes, broken data does not', () => {
  const data = deflateSync(Buffer.alloc(1000, 'abc'));
  expect(unpack(data.subarray(0, data.length - 6), name('FlateDecode')).toString()).toMatch(/^abc/);
  expect(() => unpack(Buffer.from('not deflated'), name('FlateDecode'))).toThrow(Damaged);
});

test('base 85 is read, with its short groups', () => {
  const data = Buffer.from('87cURD]i,"Ebo80~>');
  expect(unpack(data, name('ASCII85Decode')).toString()).toBe('Hello World!');
  expect(unpack(Buffer.from('87cURDZ~>'), name('A85')).toString()).toBe('Hello');
  expect(unpack(Buffer.from('z~>'), name('A85'))).toEqual(Buffer.alloc(4));
});

test.each([
  ['none', [0, 1, 2, 3], [1, 2, 3]],
  ['left', [1, 1, 1, 1], [1, 2, 3]],
  ['up', [2, 9, 9, 9], [10, 10, 10]],
  ['average', [3, 1, 1, 1], [1, 2, 2]],
  ['Paeth', [4, 1, 1, 1], [2, 3, 4]],
])('the predictor %s is undone', (_, row, expected) => {
  const rows = Buffer.from([0, 1, 1, 1, ...row]);
  const found = unpack(deflateSync(rows), name('FlateDecode'), dict({ Predictor: 12, Columns: 3 }));
  expect([...found.subarray(3)]).toEqual(expected);
});

test('what grows beyond 64 MB is refused', () => {
  const bomb = deflateSync(Buffer.alloc(65 << 20));
  expect(() => unpack(bomb, name('FlateDecode'))).toThrow(PdfRefused);
});

test('other filters are no structure that can be read', () => {
  expect(() => unpack(Buffer.alloc(1), name('JPXDecode'))).toThrow(Damaged);
});

// The customary test vectors for RC4.
test.each([
  ['Key', 'Plaintext', 'bbf316e8d940af0ad3'],
  ['Wiki', 'pedia', '1021bf0420'],
])('RC4 with %s', (key, text, expected) => {
  const encrypted = rc4(Buffer.from(key), Buffer.from(text));
  expect(Buffer.from(encrypted).toString('hex')).toBe(expected);
  expect(Buffer.from(rc4(Buffer.from(key), encrypted)).toString()).toBe(text);
});
