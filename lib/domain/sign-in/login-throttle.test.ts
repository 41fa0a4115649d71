import { expect, it } from 'vitest';
import { inMinutes, longestWait, waitAfter, waitInCrowd } from '@/lib/domain/sign-in/login-throttle';

it('lets people mistype four times, then doubles the wait up to a quarter of an hour where the owner signed in', () => {
  const waits = Array.from({ length: 12 }, (_, failures) => waitAfter(failures, longestWait.ofOwner));
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
  expect(waitAfter(100, longestWait.ofOwner)).toBe(900);
});

it('leaves a guesser elsewhere sixteen tries on the first day and two on each later one', () => {
  let [seconds, tries] = [0, 0];
  const triesUntil = (end: number) => {
    while (seconds < end) {
      tries += 1;
      seconds += waitAfter(tries, longestWait.ofOthers);
    }
    return tries;
  };
  const day = 24 * 3600;
  expect([triesUntil(day), triesUntil(2 * day), triesUntil(3 * day)]).toEqual([16, 18, 20]);
});

it.each([
  [20, 280],
  [100, 1400],
])('bounds the tries of all strangers in a day, %i of which are free, to %i', (free, most) => {
  // Nobody's arrival is remembered for more than two days, so nobody has waited longer.
  const twoDays = 48 * 3600;
  const possible = Array.from({ length: 2_000 }, (_, failed) => waitInCrowd(failed, free) <= twoDays);
  expect(possible.lastIndexOf(true) + 1).toBe(most);
  expect([free - 1, free, 2 * free, 5 * free].map((failed) => waitInCrowd(failed, free))).toEqual([
    0, 30, 60, 480,
  ]);
});

it('tells a wait in minutes that are not too few', () => {
  expect([0.2, 30, 60, 61, 900].map(inMinutes)).toEqual([1, 1, 1, 2, 15]);
});
