import { expect, it } from 'vitest';
import { isRush, noteSubmission } from '@/lib/jobs/rush';

const at = (ms: number) => new Date(1_000_000 + ms);

it('is a rush while more than twelve came within two seconds, and over two seconds later', () => {
  for (let n = 0; n < 12; n += 1) noteSubmission(at(n * 100));
  expect(isRush(at(1_200))).toBe(false);
  noteSubmission(at(1_200));
  expect(isRush(at(1_200))).toBe(true);
  expect(isRush(at(2_000))).toBe(true);
  expect(isRush(at(2_001))).toBe(false);
});

it('is none at six a second', () => {
  for (let n = 0; n < 60; n += 1) {
    const now = at(100_000 + n * 167);
    noteSubmission(now);
    expect(isRush(now)).toBe(false);
  }
});
