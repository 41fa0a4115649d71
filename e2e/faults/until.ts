import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds. @throws after so many seconds, naming it */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 300,
): Promise<void> {
  const last = performance.now() + seconds * 1000;
  while (!(await holds())) {
    assert.ok(performance.now() < last, `${what} within ${seconds} s`);
    await wait(50);
  }
}
