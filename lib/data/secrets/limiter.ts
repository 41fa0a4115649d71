import { lt } from 'drizzle-orm';
import { RateLimiterDrizzle, type RateLimiterRes } from 'rate-limiter-flexible';
import { type Db, db } from '@/lib/data/db/db';
import { rateLimits } from '@/lib/data/db/schema/sign-in';
import { stableBytes } from '@/lib/data/secrets/secrets';

/**
 * Counts that all servers on one database share. Each count is its own statement, outside of transactions.
 */

/**
 * `points` within `duration` seconds. `refusesFromMemory`: a key over its limit is refused without reading
 * its row.
 */
type Settings = { points: number; duration: number; refusesFromMemory?: boolean };

const limiters = new WeakMap<Db, Map<string, RateLimiterDrizzle>>();

/** The limiter with this name on the process's database. */
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
    // sweepCounts deletes expired counts, once for all servers.
    clearExpiredByTimeout: false,
  });
}

/** The key of a count. Nobody can read an ID or an IP from it, or guess one without the pepper. */
export function countedKey(...parts: readonly string[]): string {
  return stableBytes(`counted ${JSON.stringify(parts)}`).toString('base64url');
}

/** Whether the error is a limiter's refusal. A limiter that failed throws another error. */
export function isOverLimit(error: unknown): error is RateLimiterRes {
  return typeof error === 'object' && error !== null && 'msBeforeNext' in error;
}

/** Deletes expired counts. */
export async function sweepCounts(now: Date): Promise<void> {
  await db().delete(rateLimits).where(lt(rateLimits.expire, now));
}
