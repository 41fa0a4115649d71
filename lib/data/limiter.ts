import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Db, db } from '@/lib/data/db';
import { rateLimits } from '@/lib/data/schema';
import { stableBytes } from '@/lib/data/secrets';

/** Counts that all servers on one database share. Outside transactions: each count is a statement of its own. */

/** So many points within seconds. `refusesFromMemory`: a key that went over is refused here without a look at the row. */
type Settings = { points: number; duration: number; refusesFromMemory?: boolean };

const limiters = new WeakMap<Db, Map<string, RateLimiterDrizzle>>();

/** The limiter of a name on the process's database. */
export function limiter(name: string, settings: Settings): RateLimiterDrizzle {
  const known = limiters.get(db()) ?? new Map<string, RateLimiterDrizzle>();
  limiters.set(db(), known);
  const found = known.get(name) ?? makeLimiter(name, settings);
  known.set(name, found);
  return found;
}

function makeLimiter(
  keyPrefix: string,
  { points, duration, refusesFromMemory }: Settings,
): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    storeClient: db(),
    schema: rateLimits,
    keyPrefix,
    points,
    duration,
    inMemoryBlockOnConsumed: refusesFromMemory ? points + 1 : 0,
    // The sweep does it, once for all servers' limiters.
    clearExpiredByTimeout: false,
  });
}

/** What a count stands under: neither an ID nor an address can be read from it, nor be guessed without the pepper. */
export function countedKey(...parts: readonly string[]): string {
  return stableBytes(`counted ${JSON.stringify(parts)}`).toString('base64url');
}

/** Whether a limiter refused, rather than failed. */
export function isOverLimit(error: unknown): error is RateLimiterRes {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error;
}

/** Deletes counts that are over. */
export async function sweepCounts(now: Date): Promise<void> {
  await db().delete(rateLimits).where(lt(rateLimits.expire, now));
}
