import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * How long this server works on one person's uploads within an hour, in milliseconds. An ordinary document takes less
 * than a second, so that a thousand pass; a file that was made to be slow takes up to thirty.
 */
export const budgetMilliseconds = 600_000;

// Bundles of one process share globalThis, not modules.
const holder = globalThis as typeof globalThis & { courtPdfBudget?: RateLimiterMemory };
holder.courtPdfBudget ??= new RateLimiterMemory({ points: budgetMilliseconds, duration: 3600 });
const spent = holder.courtPdfBudget;

/** Whether the time of this hour for a person's uploads is spent. */
export async function isBudgetSpent(person: string): Promise<boolean> {
  const known = await spent.get(person);
  return known !== null && known.remainingPoints <= 0;
}

/** Runs a job and counts the time that it takes, whether it ends well or not. */
export async function countingTime<T>(person: string, job: () => Promise<T>): Promise<T> {
  const started = performance.now();
  try {
    return await job();
  } finally {
    await spent.penalty(person, Math.ceil(performance.now() - started));
  }
}
