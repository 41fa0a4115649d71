import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds, more than the work takes that finds something or nothing. */
const floor = 80;

/** Work whose time would tell what it found: it is answered no sooner than after a while that covers both. */
export async function inTheSameTime<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), wait(floor)]);
  return result;
}
