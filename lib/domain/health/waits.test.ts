import { expect, it } from 'vitest';
import { formatSeconds, promptOf, WAIT_BOUNDS, WAIT_STEPS } from '@/lib/domain/health/waits';

it('has one step more than bounds, and counts a minute at most as prompt', () => {
  expect(WAIT_STEPS).toHaveLength(WAIT_BOUNDS.length + 1);
  expect(promptOf([1, 2, 4, 8, 16, 32])).toBe(7);
});

it.each([
  [0.04, '0 secs'],
  [12.34, '12.3 secs'],
  [60, '1 min'],
  [5400, '1.5 hrs'],
])('writes %d seconds as %s', (seconds, words) => {
  expect(formatSeconds(seconds, 'en').replace(/\u00a0/g, ' ')).toBe(words);
});

it('writes them in French with a comma', () => {
  expect(formatSeconds(90, 'fr').replace(/[\u00a0\u202f]/g, ' ')).toBe('1,5 min');
});
