import { afterEach, expect, it, vi } from 'vitest';
import { machineNow, setSystemClock, systemNow } from '@/lib/services/clock';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'courtReading');
  vi.useRealTimers();
});

/** Two instants that differ by less than a minute are the same here: a busy machine stands still now and then. */
const isNear = (a: Date, ms: number) => Math.abs(a.getTime() - ms) < 60_000;

it('is the machine’s time without a database', () => {
  expect(isNear(systemNow(), machineNow().getTime())).toBe(true);
});

it.each([
  ['ahead', 3_600_000],
  ['behind', -3_600_000],
])('goes by the database’s time, an hour %s, whatever the machine’s clock does', (_, offset) => {
  const database = Date.now() + offset;
  setSystemClock(database, performance.now());
  expect(isNear(systemNow(), database)).toBe(true);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
  expect(isNear(systemNow(), database)).toBe(true);
  expect(isNear(machineNow(), database)).toBe(false);
});

it('runs on where another reading agrees as far as it tells, and follows one that does not', () => {
  const asked = performance.now();
  setSystemClock(1_000_000, asked);
  const before = systemNow().getTime() - performance.now();
  // It took 10 s to ask, so that the answer may be 5 s old.
  setSystemClock(before + performance.now() - 4_000, performance.now() - 10_000);
  expect(systemNow().getTime() - performance.now()).toBeCloseTo(before, -1);
  setSystemClock(9_000_000, performance.now());
  expect(isNear(systemNow(), 9_000_000)).toBe(true);
});
