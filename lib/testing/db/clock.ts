import { afterEach, beforeEach, vi } from 'vitest';

/** Holds the time that the limiters see, in each test of a file: they ask for it themselves. @returns how to move it on */
export function stoppedClock(start: Date): (seconds: number) => void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: start });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  return (seconds) => vi.setSystemTime(Date.now() + seconds * 1000);
}
