import { expect, it } from 'vitest';
import { formatDollars, formatSize } from '@/lib/domain/claim/amounts';

it('writes dollars as each language does', () => {
  expect(formatDollars(200_000, 'en')).toBe('$200,000');
  expect(formatDollars(200_000, 'fr').replace(/\s/g, ' ')).toBe('200 000 $');
});

it('writes sizes as each language does, in the unit that fits', () => {
  expect(formatSize(10, 'en')).toBe('1 kB');
  expect(formatSize(500_000, 'en')).toBe('488 kB');
  expect(formatSize(35 * 1024 * 1024, 'en')).toBe('35 MB');
  expect(formatSize(1_300_000, 'fr').replace(/\s/g, ' ')).toBe('1,2 Mo');
});
