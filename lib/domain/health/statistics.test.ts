import { describe, expect, it } from 'vitest';
import {
  type CountedDay,
  monthsOfService,
  tellableMonths,
  tellableReasons,
  toldCounts,
  toldShare,
} from '@/lib/domain/health/statistics';

describe('a table of counts', () => {
  it.each([
    [[], []],
    [
      [0, 5, 900],
      [0, 5, 900],
    ],
    [
      [1, 4, 900],
      ['few', 'few', 900],
    ],
    // One alone could be found out from a sum: the smallest other is not told.
    [
      [3, 70, 900, 0],
      ['few', 'unshown', 900, 0],
    ],
    [[3], ['few']],
    [
      [0, 3],
      [0, 'few'],
    ],
  ])('%j is told as %j', (counts, told) => {
    expect(toldCounts(counts)).toEqual(told);
  });
});

it.each([
  [4, 4, 'unshown'],
  [5, 5, 100],
  [17, 20, 'unshown'],
  [3, 40, 'unshown'],
  [10, 20, 50],
  [0, 20, 0],
  [497, 499, 'unshown'],
  [998, 1_000, 99],
])('%i of %i is told as %s', (part, whole, told) => {
  expect(toldShare(part, whole)).toBe(told);
});

const day = (on: string, change: Partial<CountedDay> = {}): CountedDay => ({
  ...{ day: on, received: 0, issued: 0, waits: [0, 0, 0, 0, 0, 0], holds: {} },
  ...change,
});

it('sums the days of each month, and tells no holds of the month that goes on', () => {
  const days = [
    day('2026-09-30', { received: 40, issued: 40, waits: [10, 5, 5, 20, 0, 0], holds: { corrupt: 6 } }),
    day('2026-10-01', { received: 6, issued: 2, waits: [2, 0, 0, 0, 0, 0] }),
    day('2026-10-02', { received: 6, holds: { corrupt: 5, password: 2 } }),
    day('2026-11-01', { received: 3, holds: { corrupt: 9 } }),
  ];
  expect(tellableMonths(days, '2026-11')).toEqual([
    { month: '2026-09', received: 40, issued: 'unshown', prompt: 50, held: 6 },
    { month: '2026-10', received: 'unshown', issued: 'few', prompt: 'unshown', held: 7 },
    { month: '2026-11', received: 'few', issued: 0, prompt: 'unshown', held: 'unshown' },
  ]);
});

it('tells the reasons, the commonest first, and how often they come', () => {
  const days = [
    day('2026-10-01', { received: 600, holds: { corrupt: 5, password: 2 } }),
    day('2026-10-02', { received: 400, holds: { corrupt: 7, 'no-room': 6 } }),
  ];
  expect(tellableReasons(days)).toEqual([
    { reason: 'corrupt', count: 12, perMille: 12 },
    { reason: 'no-room', count: 'unshown', perMille: null },
    { reason: 'password', count: 'few', perMille: null },
  ]);
});

it('takes minutes that nobody noted for minutes in which the service was not there', () => {
  const days = [
    { day: '2026-10-30', minutes: 1440, well: 1440 },
    { day: '2026-10-31', minutes: 1440, well: 0 },
    { day: '2026-11-01', minutes: 1500, well: 1500 },
  ];
  expect(monthsOfService(days)).toEqual([
    { month: '2026-10', share: 0.5 },
    { month: '2026-11', share: 1 },
  ]);
});
