import { expect, it } from 'vitest';
import { readForm } from '@/lib/pdf/read/form';
import { withPdf } from '@/lib/pdf/syntax/open';
import { signedFile } from '@/lib/testing/pdf/files';

const isSigned = (bytes: Uint8Array) => withPdf(bytes, (pdf) => readForm(pdf).isSigned);
const ranged = (range: string, contents = '<3082>') =>
  `<</Type/Sig/Filter/X/ByteRange${range}/Contents${contents}>>`;

it.each([
  ['covers the whole file', '[0 from upto rest]'],
  ['covers an earlier revision', '[0 from upto 0009]'],
  ['covers the file from an array elsewhere', ' 8 0 R'],
  ['covers the file by numbers elsewhere', '[0 9 0 R upto rest]'],
])('a signature that %s counts', (_, range) => {
  const more = ['[0 from upto rest]', 'from'];
  expect(isSigned(signedFile({ value: ranged(range), more }))).toBe(true);
});

it('counts where something precedes %PDF-, from whichever place its range is counted', () => {
  expect(isSigned(signedFile({ before: '\n'.repeat(40) }))).toBe(true);
  const fromHeader = Buffer.concat([Buffer.alloc(40, '\n'), signedFile()]);
  expect(isSigned(fromHeader)).toBe(true);
});

it.each([
  ['none', ''],
  ['a number', ' 9'],
  ['an empty array', '[]'],
  ['three numbers', '[0 from upto]'],
  ['five numbers', '[0 from upto rest 0]'],
  ['six numbers', '[0 from upto 0009 1000 0009]'],
  ['a real start', '[0.5 from upto rest]'],
  ['a real end', '[0 from.5 upto rest]'],
  ['a real length', '[0 from upto 9.25]'],
  ['a start after the first byte', '[1 from upto rest]'],
  ['a negative start', '[-1 from upto rest]'],
  ['a negative end', '[0 -from upto rest]'],
  ['a negative length', '[0 from upto -9]'],
  ['nothing before', '[0 0 upto rest]'],
  ['nothing after', '[0 from upto 0]'],
  ['parts that overlap', '[0 upto from 0009]'],
  ['no hole', '[0 from from 0009]'],
  ['a byte beyond the end', '[0 from upto rest1]'],
  ['more than the file', '[0 from upto 99999999]'],
  ['more than a number holds', '[0 from upto 99999999999999999999]'],
  ['a hole that is no string', '[0 9 20 9]'],
  ['a hole with a byte of the dictionary', '[0 from 9 0 R 0009]'],
  ['a string for a number', '[0 (from) upto rest]'],
  ['a number that is not there', '[0 99 0 R upto rest]'],
  ['an array of arrays', '[[0 from] [upto rest]]'],
])('a signature with %s for its range counts for nothing', (_, range) => {
  const value = ranged(range).replace('/ByteRange/', '/');
  expect(isSigned(signedFile({ value, more: ['null', '1from'] }))).toBe(false);
});

it.each([
  ['no contents', '<</Type/Sig/Filter/X/ByteRange[0 from upto rest]/Other<3082>>>'],
  ['contents of zeros', ranged('[0 from upto rest]', '<0000>/Other<3082>')],
  ['contents that are a number', ranged('[0 from upto rest]', ' 9/Other<3082>')],
  ['no dictionary', '(from)<3082>'],
])('a signature with %s counts for nothing', (_, value) => {
  expect(isSigned(signedFile({ value }))).toBe(false);
});
