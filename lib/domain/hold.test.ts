import { expect, it } from 'vitest';
import { goesOnHold } from '@/lib/domain/hold';

it('holds at once what cannot change by itself', () => {
  expect(goesOnHold('corrupt', 1)).toBe(true);
  expect(goesOnHold('no-room', 1)).toBe(true);
});

it('tries three times what may pass, and for ever what is not the document’s fault', () => {
  expect([1, 2, 3].map((attempts) => goesOnHold('stored-bytes-differ', attempts))).toEqual([
    false,
    false,
    true,
  ]);
  expect(goesOnHold('failed', 100)).toBe(false);
});
