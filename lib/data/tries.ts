import { inArray } from 'drizzle-orm';
import type { Db } from '@/lib/data/db';
import { MustWait, Refused } from '@/lib/data/errors';
import { countedKey, isOverLimit, limiter } from '@/lib/data/limiter';
import { rateLimits } from '@/lib/data/schema';
import { FREE_TRIES, MOST_FAILURES, waitAfter } from '@/lib/domain/waiting';

/**
 * Tries at a secret that can be guessed, counted where they come from: a lane. Strangers share one for each ID, and
 * each browser that its owner signed in from before has one of its own, so that nobody can make the owner wait there.
 * A try is counted before the secret is looked at, so that many at once get no more than one after the other would.
 * Where the counting fails the try does too: nothing is guessed uncounted.
 */
export type Lane = string & { readonly lane: unique symbol };

const YEAR = 365 * 24 * 60 * 60;
/** How many tries in a row failed. */
const failures = () => limiter('failures', { points: MOST_FAILURES, duration: YEAR });
/** Until when the next try waits: whoever takes the one point of the row goes on. */
const gate = () => limiter('wait', { points: 1, duration: 1 });

/** The lane of tries at what `secret` names, with an ID that may be unknown, from a browser that is known or any other. */
export function laneOf(secret: string, foldedId: string, knownDevice?: string): Lane {
  return countedKey(secret, foldedId, knownDevice ?? '') as Lane;
}

/** @throws MustWait while the lane waits; Refused 'tooManyFailures' when it has had its last try */
async function askGate(lane: Lane): Promise<void> {
  const [waiting, failed] = await Promise.all([gate().get(lane), failures().get(lane)]);
  if (failed && failed.consumedPoints >= MOST_FAILURES) throw new Refused('tooManyFailures');
  if (waiting && waiting.msBeforeNext > 0) throw new MustWait(waiting.msBeforeNext / 1000);
}

/**
 * Takes one try, and counts it as failed until it is told otherwise.
 * @throws MustWait with the seconds until the next; Refused 'tooManyFailures' after the last
 */
export async function takeTry(lane: Lane): Promise<void> {
  await askGate(lane);
  const { consumedPoints: nth } = await failures().penalty(lane);
  if (nth < FREE_TRIES) return;
  try {
    if (nth > MOST_FAILURES) throw new Refused('tooManyFailures');
    await gate().consume(lane, 1, { customDuration: waitAfter(nth) });
  } catch (error) {
    await failures().reward(lane);
    throw isOverLimit(error) ? new MustWait(error.msBeforeNext / 1000) : error;
  }
}

/** Whether a lane has had its last try. */
export function isLastTry(error: unknown): boolean {
  return error instanceof Refused && error.key === 'tooManyFailures';
}

/** Gives back a try at which the secret was not looked at. */
export async function giveBackTry(lane: Lane): Promise<void> {
  await Promise.all([failures().reward(lane), gate().delete(lane)]);
}

/** One try: takes it and looks at the secret; where looking itself fails it was none. @throws as takeTry and `look` do */
export async function withTry(lane: Lane, look: () => Promise<boolean>): Promise<boolean> {
  await takeTry(lane);
  return look().catch(async (error) => {
    await giveBackTry(lane);
    throw error;
  });
}

/** Forgets what failed in these lanes: the secret was given, or is another now. */
export async function forgetTries(tx: Db, lanes: readonly Lane[]): Promise<void> {
  const keys = lanes.flatMap((lane) => [failures().getKey(lane), gate().getKey(lane)]);
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys));
}
