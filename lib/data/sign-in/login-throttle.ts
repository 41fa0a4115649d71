import { inArray } from 'drizzle-orm';
import { MustWait, Refused } from '@/lib/data/access/errors';
import type { Db } from '@/lib/data/db/db';
import { rateLimits } from '@/lib/data/db/schema/sign-in';
import { countedKey, isOverLimit, limiter } from '@/lib/data/secrets/limiter';
import { type Crowd, crowdKey, joinCrowd, leaveCrowd } from '@/lib/data/sign-in/crowd';
import { FREE_ATTEMPTS, longestWait, MOST_FAILURES, waitAfter } from '@/lib/domain/sign-in/login-throttle';

/**
 * The login throttle counts attempts at a secret that can be guessed. Each known device of the owner has its own
 * and so has each network of strangers, so that nobody can make the owner wait. An attempt is counted before the
 * secret is checked, so that simultaneous attempts get no further than successive ones. An attempt that cannot be
 * counted fails.
 */
export type Throttle = {
  key: string;
  /** The longest wait between two attempts, in seconds. */
  longest: number;
  /** After so many failures in a row no attempt is made any more. */
  most: number;
  /** The strangers whose attempts are also counted together. */
  crowd?: Crowd;
};

const YEAR = 365 * 24 * 60 * 60;
/** The number of failed attempts in a row. */
const failures = () => limiter('failures', { points: MOST_FAILURES, duration: YEAR });
/** The wait before the next attempt: the row has one point, and the attempt that takes it goes on. */
const gate = () => limiter('wait', { points: 1, duration: 1 });

/**
 * The throttle of a place where the owner has signed in: a known device, or a session. Its waits are short, and
 * it ends.
 * @param secret names the secret; `of` says whose it is, known or not
 */
export function ownersThrottle(secret: string, of: string, place: string): Throttle {
  return { key: countedKey(secret, of, place), longest: longestWait.ofOwner, most: MOST_FAILURES };
}

/** A throttle whose waits become long but never end, of whoever tries from a network or by another proof. */
export function slowThrottle(secret: string, of: string, place: string, crowd?: Crowd): Throttle {
  return {
    key: countedKey('slow', secret, of, place),
    longest: longestWait.ofOthers,
    most: Number.POSITIVE_INFINITY,
    ...(crowd && { crowd }),
  };
}

/** @throws MustWait while the throttle waits; Refused 'tooManyFailures' after the last attempt */
async function askGate({ key, most }: Throttle): Promise<void> {
  const [waiting, failed] = await Promise.all([gate().get(key), failures().get(key)]);
  if (failed && failed.consumedPoints >= most) throw new Refused('tooManyFailures');
  if (waiting && waiting.msBeforeNext > 0) throw new MustWait(waiting.msBeforeNext / 1000);
}

/** Counts an attempt of this throttle alone. @throws as takeAttempt */
async function countAlone({ key, longest, most }: Throttle): Promise<void> {
  const { consumedPoints: nth } = await failures().penalty(key);
  if (nth < FREE_ATTEMPTS) return;
  try {
    if (nth > most) throw new Refused('tooManyFailures');
    await gate().consume(key, 1, { customDuration: waitAfter(nth, longest) });
  } catch (error) {
    await failures().reward(key);
    throw isOverLimit(error) ? new MustWait(error.msBeforeNext / 1000) : error;
  }
}

/**
 * Counts an attempt as failed; `clearThrottles` and `giveBackAttempt` undo that.
 * @throws MustWait with the seconds until the next; Refused 'tooManyFailures' after the last
 */
export async function takeAttempt(throttle: Throttle): Promise<void> {
  const { crowd } = throttle;
  await askGate(throttle);
  if (crowd) await joinCrowd(crowd);
  await countAlone(throttle).catch(async (error) => {
    if (crowd) await leaveCrowd(crowd);
    throw error;
  });
}

/** Whether the throttle refused because of its last attempt. */
export function isLastAttempt(error: unknown): boolean {
  return error instanceof Refused && error.key === 'tooManyFailures';
}

/** Gives back an attempt that did not get as far as checking the secret. */
export async function giveBackAttempt({ key, crowd }: Throttle): Promise<void> {
  await Promise.all([failures().reward(key), gate().delete(key), crowd && leaveCrowd(crowd)]);
}

/** Makes one attempt: counts it and checks the secret. @throws as takeAttempt and `look` do */
export async function throttled<T>(throttle: Throttle, look: () => Promise<T>): Promise<T> {
  await takeAttempt(throttle);
  return look().catch(async (error) => {
    await giveBackAttempt(throttle);
    throw error;
  });
}

/** Clears the failures of these throttles and of their crowds, because the secret was given. */
export async function clearThrottles(tx: Db, throttles: readonly Throttle[]): Promise<void> {
  const keys = throttles.flatMap(({ key, crowd }) => [
    failures().getKey(key),
    gate().getKey(key),
    ...(crowd ? [crowdKey(crowd)] : []),
  ]);
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys));
}
