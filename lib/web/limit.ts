import { RateLimiterMemory } from 'rate-limiter-flexible';
import { MustWait } from '@/lib/data/errors';
import { countedKey, isOverLimit, limiter } from '@/lib/data/limiter';
import { log } from '@/lib/log';

/**
 * How often one visitor (by address) or one person may do what costs us or helps a guesser: points within seconds.
 * Counted for all servers together, but for what is `cheap`: each server then counts for itself. Sign-in counts its
 * failures alone (lib/data/address-failures.ts), since a firm that shares one address signs in all morning.
 */
const limits = {
  'sign-up': { points: 200, duration: 3600 },
  /** Codes and passkeys; wrong codes are counted by account as well (lib/data/factors.ts). */
  factor: { points: 300, duration: 300 },
  recover: { points: 60, duration: 600 },
  'recover-one': { points: 10, duration: 3600 },
  /** Questions to the register of issued documents. */
  verify: { points: 30, duration: 60 },
  /** Downloads of the register, each of which may be long. */
  'download-register': { points: 30, duration: 600 },
  upload: { points: 600, duration: 300 },
  submit: { points: 300, duration: 300 },
  write: { points: 600, duration: 300, cheap: true },
} as const satisfies Record<string, { points: number; duration: number; cheap?: true }>;

export type LimitName = keyof typeof limits;

/** Where the database does not count, each server does: a limit that fails stops nobody's filing. */
const inMemory = new Map(
  Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory({ keyPrefix: name, ...limit })]),
);

async function countHere(name: LimitName, key: string): Promise<void> {
  await inMemory.get(name)?.consume(key);
}

async function countForAll(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name, { ...limits[name], refusesFromMemory: true }).consume(countedKey(key));
  } catch (error) {
    if (isOverLimit(error)) throw error;
    log.warn({ err: error, limit: name }, 'a limit could not be counted in the database');
    await countHere(name, key);
  }
}

/** Counts one try. @returns the seconds until the next may come; 0 while this one is within the limit */
export async function secondsToWait(name: LimitName, key: string): Promise<number> {
  const count = 'cheap' in limits[name] ? countHere : countForAll;
  return count(name, key).then(
    () => 0,
    (error: unknown) => {
      if (isOverLimit(error)) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw error;
    },
  );
}

/** Counts one try. @returns whether it is still within the limit */
export async function withinLimit(name: LimitName, key: string): Promise<boolean> {
  return (await secondsToWait(name, key)) === 0;
}

/** Counts one try. @throws MustWait when it is over the limit */
export async function keepLimit(name: LimitName, key: string): Promise<void> {
  const seconds = await secondsToWait(name, key);
  if (seconds > 0) throw new MustWait(seconds);
}
