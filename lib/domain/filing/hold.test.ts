import { expect, it } from 'vitest';
import { goesOnHold } from '@/lib/domain/filing/hold';

it('holds at once what cannot change by itself', () => {
  expect(goesOnHold('corrupt', 1, null)).toBe(true);
  expect(goesOnHold('no-room', 1, null)).toBe(true);
});

it('tries three times what may pass, and for ever what is not the document’s fault', () => {
  const code = 'stored-bytes-differ';
  expect([1, 2, 3].map((attempts) => goesOnHold(code, attempts, code))).toEqual([false, false, true]);
  expect(goesOnHold('failed', 100, 'failed')).toBe(false);
});

it('does not count tries whose process was killed against the document', () => {
  expect(goesOnHold('too-slow', 3, null)).toBe(false);
  expect(goesOnHold('too-slow', 4, 'too-slow')).toBe(true);
});
