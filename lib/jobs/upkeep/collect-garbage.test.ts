import { expect, it, vi } from 'vitest';
import { collectGarbage } from '@/lib/jobs/upkeep/collect-garbage';

const megabyte = 1024 * 1024;

it('frees memory beyond the limit, and not again within five seconds', () => {
  const free = vi.fn();
  const at = (ms: number, megabytes: number) =>
    collectGarbage(ms, { resident: () => megabytes * megabyte, free });
  at(10_000, 549);
  expect(free).not.toHaveBeenCalled();
  at(10_001, 550);
  expect(free).toHaveBeenCalledTimes(1);
  at(15_000, 600);
  expect(free).toHaveBeenCalledTimes(1);
  at(15_001, 600);
  expect(free).toHaveBeenCalledTimes(2);
});
