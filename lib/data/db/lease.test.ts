import { expect, it } from 'vitest';
import { backoffMs } from '@/lib/data/db/lease';

it('waits twice as long after each attempt, and never longer than it may', () => {
  const waits = { firstMs: 30_000, mostMs: 3_600_000 };
  expect([1, 2, 3, 20].map((attempts) => backoffMs(attempts, waits))).toEqual([
    30_000, 60_000, 120_000, 3_600_000,
  ]);
});
