import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inGroups } from '@/lib/domain/crockford';
import {
  readSealMark,
  readVerificationCode,
  verificationCode,
  writeSealMark,
} from '@/lib/domain/register/verification';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const code = random.map(verificationCode);
const mark = fc.record({ fileNumber: fc.constant('CV-26-00000001-0000'), code });
const bytesOf = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('a verification code', () => {
  it('tells the 80 bits that it was made of', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const bitsOf = (made: string) =>
      [...made].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
    fc.assert(
      fc.property(random, (bytes) => {
        const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        expect(bitsOf(verificationCode(bytes))).toBe(bits);
      }),
    );
    expect(verificationCode(new Uint8Array(10))).toBe('0000000000000000');
    expect(verificationCode(new Uint8Array(10).fill(255))).toBe('ZZZZZZZZZZZZZZZZ');
  });

  it('is made of ten bytes and nothing else', () => {
    for (const length of [0, 9, 11])
      expect(() => verificationCode(new Uint8Array(length))).toThrow(RangeError);
  });

  it('is read however it is spaced, dashed and cased', () => {
    const between = fc.constantFrom('', ' ', '-', '\u2013', '\u2014', '\u00a0', '\t', ' - ');
    fc.assert(
      fc.property(
        code,
        fc.array(between, { minLength: 16, maxLength: 16 }),
        fc.boolean(),
        (made, gaps, lower) => {
          const typed = [...made].map((letter, at) => `${letter}${gaps[at]}`).join('');
          expect(readVerificationCode(lower ? typed.toLowerCase() : typed)).toBe(made);
        },
      ),
    );
  });

  it('is read with the letters that look like its digits', () => {
    expect(readVerificationCode('oO0I-iLl1-0000-1111')).toBe('0001111100001111');
    expect(readVerificationCode('O123-4567-89AB-CDEF')).toBe('0123456789ABCDEF');
    expect(readVerificationCode('I234-5678-9ABC-DEFG')).toBe('123456789ABCDEFG');
    expect(readVerificationCode('l234-5678-9ABC-DEFG')).toBe('123456789ABCDEFG');
  });

  it.each([
    '',
    '0123456789ABCDE',
    '0123456789ABCDEF0',
    '0123456789ABCDEU',
    '0123456789ABCDE!',
    'é123456789ABCDEF',
  ])('is not read from %j', (typed) => expect(readVerificationCode(typed)).toBeUndefined());

  it('is written in groups of four, which are read back', () => {
    expect(inGroups('0123456789ABCDEF')).toBe('0123-4567-89AB-CDEF');
    fc.assert(fc.property(code, (made) => readVerificationCode(inGroups(made)) === made));
  });
});

describe('the mark of a seal', () => {
  it('is found in the bytes around it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), mark, fc.uint8Array(), (before, written, after) => {
        expect(readSealMark(join(before, bytesOf(writeSealMark(written)), after))).toEqual(written);
      }),
    );
  });

  it('is that of the newest seal', () => {
    fc.assert(
      fc.property(mark, mark, fc.uint8Array(), (older, newer, between) => {
        const bytes = join(bytesOf(writeSealMark(older)), between, bytesOf(writeSealMark(newer)));
        expect(readSealMark(bytes)).toEqual(newer);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a PDF without one', '%PDF-1.7\n%%EOF\n'],
    ['its start alone', '%CourtSeal-1 '],
    ['no code', '%CourtSeal-1 CV-26-00000001-0000\n'],
    ['a code too short', '%CourtSeal-1 CV-26-00000001-0000 0123456789ABCDE\n'],
    ['a line that does not end', '%CourtSeal-1 CV-26-00000001-0000 0123456789ABCDEF'],
    ['a number of other signs', '%CourtSeal-1 CV_26 0123456789ABCDEF\n'],
    ['another version', '%CourtSeal-2 CV-26-00000001-0000 0123456789ABCDEF\n'],
  ])('is not found in %s', (_, text) => expect(readSealMark(bytesOf(text))).toBeUndefined());

  it('is not found in arbitrary bytes, and nothing breaks', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readSealMark(bytes) === undefined));
  });
});
