import { setTimeout as wait } from 'node:timers/promises';

/** In milliseconds: more than the work takes, whatever its outcome. */
const floor = 80;

/**
 * For work whose duration would reveal its outcome: the answer never comes sooner than either outcome takes.
 */
export async function withMinimumDuration<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), wait(floor)]);
  return result;
}
