import { describe, expect, it } from 'vitest';
import {
  clockFault,
  diskFault,
  PARTS,
  type Part,
  type PartState,
  pulseFault,
  readinessOf,
} from '@/lib/domain/health/readiness';

const well: PartState = { state: 'well', ageSeconds: 1 };
const allWell = Object.fromEntries(PARTS.map((part) => [part, well])) as Record<Part, PartState>;

describe('a server', () => {
  it('is ready with every part well', () => {
    expect(readinessOf(allWell)).toEqual({ ready: true, failing: [], parts: allWell });
  });

  it.each(PARTS)('is not ready without %s', (part) => {
    for (const state of ['failing', 'unchecked'] as const)
      expect(readinessOf({ ...allWell, [part]: { state, ageSeconds: null } })).toMatchObject({
        ready: false,
        failing: [part],
      });
  });
});

it.each([
  [0, 0, undefined],
  [5_000, 0, undefined],
  [-5_000, 0, undefined],
  [5_001, 0, /5 s ahead of/],
  [-7_200, 10, /7 s behind/],
  // An answer that took long says less.
  [6_000, 4_000, undefined],
  [8_000, 4_000, /8 s ahead of/],
  [3_600_000, 200, /3600 s ahead of/],
] as const)('a clock that differs by %i ms, asked within %i ms: %s', (difference, trip, told) => {
  if (told) expect(clockFault(difference, trip)?.why).toMatch(told);
  else expect(clockFault(difference, trip)).toBeUndefined();
});

it.each([
  [null, /not begun/],
  [0, undefined],
  [60_000, undefined],
  [60_001, /60 s on every server/],
] as const)('a pulse %s ms ago: %s', (pulse, told) => {
  if (told) expect(pulseFault(pulse, 60_000)?.why).toMatch(told);
  else expect(pulseFault(pulse, 60_000)).toBeUndefined();
});

it.each([
  [2048, 1024, undefined],
  [1024, 1024, undefined],
  [1023.9, 1024, '1023 MB are free, less than 1024 MB'],
  [0, 1, '0 MB are free, less than 1 MB'],
] as const)('%d MB free with a floor of %d: %s', (free, floor, told) => {
  expect(diskFault(free, floor)?.why).toBe(told);
});
