import { setTimeout as wait } from 'node:timers/promises';

/** What was asked for, unless it takes longer than `ms`. @throws after that time, while the work itself may go on */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const late = wait(ms, undefined, { ref: false, signal: over.signal }).then(async () => {
    // A process that stood still hears of its timers before it hears of the answers that came meanwhile.
    await wait(50, undefined, { ref: false });
    throw new Error(`no answer within ${ms / 1000} s`);
  });
  // Whichever comes second is nobody's failure.
  for (const either of [work, late]) either.catch(() => undefined);
  return Promise.race([work, late]).finally(() => over.abort());
}
