import { RateLimiterMemory } from 'rate-limiter-flexible';
import { MustWait } from '@/lib/data/access/errors';
import { countedKey, isOverLimit, limiter } from '@/lib/data/secrets/limiter';
import { inWiderGroup } from '@/lib/domain/sign-in/ip';
import { log } from '@/lib/log';

/**
 * Rate limits of acts that cost us or help a guesser, by visitor (by IP) or by person: points within seconds.
 * All servers count together, but a limit that is `cheap` is counted by each server for itself. Sign-in
 * counts only its failures (lib/data/sign-in/ip-failures.ts), because in a firm that shares one IP people
 * sign in all morning.
 */
const limits = {
  /** New ONE-key IDs: two a minute behind one address (docs/decisions/limits-of-sending.md). */
  'sign-up': { points: 120, duration: 3600 },
  /** Codes and passkeys. Wrong codes are also counted by account (lib/data/sign-in/factors.ts). */
  factor: { points: 300, duration: 300 },
  recover: { points: 60, duration: 600 },
  'recover-one': { points: 10, duration: 3600 },
  /** Links to one mailbox that nobody confirmed, over all accounts: a day's worth of honest mistakes. */
  mailbox: { points: 20, duration: 24 * 3600 },
  /** Verification queries. */
  verify: { points: 30, duration: 60 },
  /** Downloads of the register, which may be long. */
  'download-register': { points: 30, duration: 600 },
  upload: { points: 600, duration: 300 },
  /** Claims of one person: one every 36 seconds for an hour (docs/decisions/limits-of-sending.md). */
  submit: { points: 100, duration: 3600 },
  write: { points: 600, duration: 300, cheap: true },
  'csp-reports': { points: 600, duration: 300, cheap: true },
} as const satisfies Record<string, { points: number; duration: number; cheap?: true }>;

export type LimitName = keyof typeof limits;

type CountName = LimitName | `${LimitName}/wider`;

const settings = Object.fromEntries(
  Object.entries(limits).flatMap(([name, limit]) => [
    [name, limit],
    [`${name}/wider`, { ...limit, points: limit.points * inWiderGroup }],
  ]),
) as Record<CountName, { points: number; duration: number }>;

/** If the database cannot count, each server counts for itself: a failing limit must not stop a filing. */
const inMemory = new Map(
  Object.entries(settings).map(([name, limit]) => [
    name,
    new RateLimiterMemory({ keyPrefix: name, ...limit }),
  ]),
);

async function countHere(name: CountName, key: string): Promise<void> {
  await inMemory.get(name)?.consume(key);
}

async function countForAll(name: CountName, key: string): Promise<void> {
  try {
    await limiter(name, { ...settings[name], refusesFromMemory: true }).consume(countedKey(key));
  } catch (error) {
    if (isOverLimit(error)) throw error;
    log.warn({ err: error, limit: name }, 'a limit could not be counted in the database');
    await countHere(name, key);
  }
}

/**
 * Counts one request.
 * @param keys who or what is counted: the first by the limit itself, a wider group of addresses by four times as much
 * @returns the seconds before the next is allowed; 0 while this one is within the limit
 */
export async function secondsToWait(name: LimitName, keys: string | readonly string[]): Promise<number> {
  const count = 'cheap' in limits[name] ? countHere : countForAll;
  const waits = [keys].flat().map((key, at) =>
    count(at === 0 ? name : `${name}/wider`, key).then(
      () => 0,
      (error: unknown) => {
        if (isOverLimit(error)) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw error;
      },
    ),
  );
  return Math.max(...(await Promise.all(waits)));
}

/** Counts one request. @returns whether it is within the limit */
export async function withinLimit(name: LimitName, keys: string | readonly string[]): Promise<boolean> {
  return (await secondsToWait(name, keys)) === 0;
}

/** Counts one request. @throws MustWait if it is over the limit */
export async function keepLimit(name: LimitName, keys: string | readonly string[]): Promise<void> {
  const seconds = await secondsToWait(name, keys);
  if (seconds > 0) throw new MustWait(seconds);
}
