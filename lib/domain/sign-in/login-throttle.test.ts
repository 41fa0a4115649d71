import { expect, it } from 'vitest';
import { inMinutes, waitAfter } from '@/lib/domain/sign-in/login-throttle';

it('lets people mistype four times, then doubles the wait up to a quarter of an hour', () => {
  const waits = Array.from({ length: 12 }, (_, failures) => waitAfter(failures));
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
  expect(waitAfter(100)).toBe(900);
});

it('tells a wait in minutes that are not too few', () => {
  expect([0.2, 30, 60, 61, 900].map(inMinutes)).toEqual([1, 1, 1, 2, 15]);
});
