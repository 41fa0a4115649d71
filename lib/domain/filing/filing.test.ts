import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FILE_NUMBER, fileNumber, isLate, statesBefore } from '@/lib/domain/filing/filing';

it('moves from received to issued, by way of held or not, and never back from issued', () => {
  expect(statesBefore('issued')).toEqual(['received']);
  expect(statesBefore('held')).toEqual(['received']);
  expect(statesBefore('received')).toEqual(['held']);
});

it('writes court file numbers', () => {
  expect(fileNumber(2026, 1)).toBe('CV-26-00000001-0000');
  expect(fileNumber(2005, 99_999_999)).toBe('CV-05-99999999-0000');
});

it('never writes a number that is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2017, max: 2116 }), fc.integer({ min: 1, max: 99_999_999 }), (year, n) => {
      expect(fileNumber(year, n)).toMatch(FILE_NUMBER);
    }),
  );
  expect(() => fileNumber(2026, 0)).toThrow(RangeError);
  expect(() => fileNumber(2026, 100_000_000)).toThrow(RangeError);
  expect(() => fileNumber(2026, 1.5)).toThrow(RangeError);
});

it.each(['CV-26-00000001', 'cv-26-00000001-0000', 'CV-2026-00000001-0000', 'SC-26-00000001-0000'])(
  'does not take %s for a court file number',
  (text) => {
    expect(text).not.toMatch(FILE_NUMBER);
  },
);

it('is late a minute after it was due or when a try failed, and only while it waits to be issued', () => {
  const [dueAt, before] = [new Date('2026-11-24T13:30:00Z'), new Date('2026-11-24T13:30:59Z')];
  const late = new Date('2026-11-24T13:31:00Z');
  const filing = { state: 'received', dueAt, lastError: null } as const;
  expect(isLate(filing, before)).toBe(false);
  expect(isLate(filing, late)).toBe(true);
  expect(isLate({ ...filing, lastError: 'failed' }, before)).toBe(true);
  expect(isLate({ ...filing, state: 'issued' }, late)).toBe(false);
  expect(isLate({ ...filing, state: 'held' }, late)).toBe(false);
});
