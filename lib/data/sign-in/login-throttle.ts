import { inArray } from 'drizzle-orm';
import { MustWait, Refused } from '@/lib/data/access/errors';
import type { Db } from '@/lib/data/db/db';
import { rateLimits } from '@/lib/data/db/schema/sign-in';
import { countedKey, isOverLimit, limiter } from '@/lib/data/secrets/limiter';
import { FREE_ATTEMPTS, MOST_FAILURES, waitAfter } from '@/lib/domain/sign-in/login-throttle';

/**
 * The login throttle counts attempts at a secret that can be guessed. Strangers share one throttle for each
 * ID. Each known device of the owner has its own, so that nobody can make the owner wait there. An attempt is
 * counted before the secret is checked, so that simultaneous attempts get no further than successive ones. An
 * attempt that cannot be counted fails.
 */
export type Throttle = string & { readonly throttle: unique symbol };

const YEAR = 365 * 24 * 60 * 60;
/** The number of failed attempts in a row. */
const failures = () => limiter('failures', { points: MOST_FAILURES, duration: YEAR });
/** The wait before the next attempt: the row has one point, and the attempt that takes it goes on. */
const gate = () => limiter('wait', { points: 1, duration: 1 });

/**
 * The throttle of the secret that `secret` names. The ID may be known or not; the throttle is that of a known
 * device or of all strangers.
 */
export function throttleOf(secret: string, foldedId: string, knownDevice?: string): Throttle {
  return countedKey(secret, foldedId, knownDevice ?? '') as Throttle;
}

/** @throws MustWait while the throttle waits; Refused 'tooManyFailures' after the last attempt */
async function askGate(throttle: Throttle): Promise<void> {
  const [waiting, failed] = await Promise.all([gate().get(throttle), failures().get(throttle)]);
  if (failed && failed.consumedPoints >= MOST_FAILURES) throw new Refused('tooManyFailures');
  if (waiting && waiting.msBeforeNext > 0) throw new MustWait(waiting.msBeforeNext / 1000);
}

/**
 * Counts an attempt as failed; `clearThrottles` and `giveBackAttempt` undo that.
 * @throws MustWait with the seconds until the next; Refused 'tooManyFailures' after the last
 */
export async function takeAttempt(throttle: Throttle): Promise<void> {
  await askGate(throttle);
  const { consumedPoints: nth } = await failures().penalty(throttle);
  if (nth < FREE_ATTEMPTS) return;
  try {
    if (nth > MOST_FAILURES) throw new Refused('tooManyFailures');
    await gate().consume(throttle, 1, { customDuration: waitAfter(nth) });
  } catch (error) {
    await failures().reward(throttle);
    throw isOverLimit(error) ? new MustWait(error.msBeforeNext / 1000) : error;
  }
}

/** Whether the throttle refused because of its last attempt. */
export function isLastAttempt(error: unknown): boolean {
  return error instanceof Refused && error.key === 'tooManyFailures';
}

/** Gives back an attempt that did not get as far as checking the secret. */
export async function giveBackAttempt(throttle: Throttle): Promise<void> {
  await Promise.all([failures().reward(throttle), gate().delete(throttle)]);
}

/** Makes one attempt: counts it and checks the secret. @throws as takeAttempt and `look` do */
export async function throttled(throttle: Throttle, look: () => Promise<boolean>): Promise<boolean> {
  await takeAttempt(throttle);
  return look().catch(async (error) => {
    await giveBackAttempt(throttle);
    throw error;
  });
}

/** Clears the failures of these throttles, because the secret was given or has changed. */
export async function clearThrottles(tx: Db, throttles: readonly Throttle[]): Promise<void> {
  const keys = throttles.flatMap((throttle) => [failures().getKey(throttle), gate().getKey(throttle)]);
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys));
}
