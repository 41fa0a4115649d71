import { setTimeout as wait } from 'node:timers/promises';

/** A limit for what never comes, in seconds. It says nothing of speed: a busy machine may take long. */
const patience = 600;

/** Asks again and again until there is an answer. @returns the answer @throws in the end, naming what did not come */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const last = performance.now() + patience * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > last) throw new Error(`${what}: not within ${patience} s`);
    await wait(100);
  }
}
