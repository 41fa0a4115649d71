import { expect, test } from 'vitest';
import { unclosedStates } from '@/lib/pdf/read/unclosed-states';

const open = (content: string) => unclosedStates(Buffer.from(content, 'latin1'));

test.each([
  ['', 0],
  ['q Q', 0],
  ['q q 1 0 0 1 0 0 cm Q', 1],
  ['q\rq\nq', 3],
  ['q[1 2]0 d q/Q gs Q', 1],
  ['Q', undefined],
  ['q Q Q q', undefined],
])('%j leaves %s', (content, states) => {
  expect(open(content)).toBe(states);
});

test.each([
  ['a string', 'q (Q Q) Tj'],
  ['a string in a string', 'q (a (Q) Q) Tj'],
  ['an escaped parenthesis', 'q (\\) Q) Tj'],
  ['a hexadecimal string', 'q < Q > Tj'],
  ['a comment', 'q % Q\n'],
  ['a name', 'q /Q gs /Q Do'],
  ['a longer word', 'q QQ Qq'],
  ['a dictionary', 'q /Span << /Q /Q /Lang (Q) >> BDC EMC'],
  ['an inline image', 'q BI /W 2 /H 2 /BPC 8 ID \x00 Q Q\xff EI\n'],
  ['an inline image that seems to end within', 'q BI /W 4 /H 1 ID \x01 EI \xfe\x00 Q \x80 EI'],
])('letters in %s do not count', (_, content) => {
  expect(open(content)).toBe(1);
});

test.each([
  ['a string', 'q (Q'],
  ['a hexadecimal string', 'q <Q'],
  ['an inline image', 'q BI ID Q Q'],
  ['a text', 'q BT /F1 12 Tf Q'],
])('nothing can be drawn after %s that goes on to the end', (_, content) => {
  expect(open(content)).toBe(undefined);
});

test('what follows an inline image counts', () => {
  expect(open('q BI /W 1 /H 1 /BPC 8 ID \xaa EI Q q')).toBe(1);
});

test('ten megabytes take less than two seconds', () => {
  const start = process.cpuUsage();
  expect(open('q (text) Tj Q 1 0 0 1 0 0 cm\n'.repeat(350_000))).toBe(0);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
});
