import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  DerError,
  element,
  oid,
  readElement,
  readMembers,
  sequence,
  setOf,
  tags,
} from '@/lib/pdf/signature/der';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

it('writes lengths, object identifiers and sets as X.690 has them', () => {
  expect(hex(oid('1.2.840.113549.1.9.4'))).toBe('06092a864886f70d010904');
  expect(hex(element(tags.octets, Buffer.alloc(127))).slice(0, 6)).toBe('047f00');
  expect(hex(element(tags.octets, Buffer.alloc(128))).slice(0, 8)).toBe('04818000');
  expect(hex(element(tags.octets, Buffer.alloc(65_536))).slice(0, 12)).toBe('048301000000');
  expect(hex(setOf([bytes('0402 0001'), bytes('0401 ff'), bytes('0201 05')]))).toBe(
    '310a' + '020105' + '0401ff' + '04020001',
  );
});

it('reads what it wrote, with whatever follows', () => {
  const content = fc.uint8Array({ maxLength: 70_000 });
  fc.assert(
    fc.property(fc.array(content, { maxLength: 4 }), fc.uint8Array(), (contents, rest) => {
      const written = sequence(...contents.map((each) => element(tags.octets, each)));
      const read = readElement(Buffer.concat([written, rest]));
      expect(read.whole.length).toBe(written.length);
      expect(readMembers(read, tags.sequence).map(({ body }) => hex(body))).toEqual(contents.map(hex));
    }),
    { numRuns: 50 },
  );
});

it.each([
  ['nothing', ''],
  ['a tag alone', '30'],
  ['an indefinite length', '3080 0000'],
  ['a length in more bytes than it needs', '04 81 01 00'],
  ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
  ['a length of four bytes', '04 84 00 00 00 01 00'],
  ['a length past the end', '04 02 00'],
  ['a tag of two bytes', '1f 81 01 00'],
])('refuses %s', (_, text) => {
  expect(() => readElement(bytes(text))).toThrow(DerError);
});

it('refuses another tag, and members that do not fill their parent', () => {
  expect(() => readMembers(readElement(bytes('31 00')), tags.sequence)).toThrow(DerError);
  expect(() => readMembers(undefined, tags.sequence)).toThrow(DerError);
  expect(() => readMembers(readElement(bytes('30 03 0401 00')), tags.sequence)).not.toThrow();
  expect(() => readMembers(readElement(bytes('30 04 0401 00 04')), tags.sequence)).toThrow(DerError);
});
