import { expect, it } from 'vitest';
import { isSheddingLoad, takePlace } from '@/lib/jobs/issuing/load-shedding';

const at = (ms: number) => new Date(1_000_000 + ms);

it('has two places, and takes them back', () => {
  const [first, second] = [takePlace(at(0)), takePlace(at(0))];
  expect(first).not.toBeNull();
  expect(second).not.toBeNull();
  expect(takePlace(at(0))).toBeNull();
  first?.();
  const third = takePlace(at(0));
  expect(third).not.toBeNull();
  expect(takePlace(at(0))).toBeNull();
  second?.();
  third?.();
});

it('is a rush for two seconds after somebody found no place', () => {
  const later = 10_000;
  expect(isSheddingLoad(at(later))).toBe(false);
  const leave = [takePlace(at(later)), takePlace(at(later))];
  expect(isSheddingLoad(at(later))).toBe(false);
  takePlace(at(later));
  for (const one of leave) one?.();
  expect(isSheddingLoad(at(later + 1_999))).toBe(true);
  expect(isSheddingLoad(at(later + 2_000))).toBe(false);
});
