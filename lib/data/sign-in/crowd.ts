import { MustWait } from '@/lib/data/access/errors';
import { countedKey, limiter } from '@/lib/data/secrets/limiter';
import { isKnownNetwork } from '@/lib/data/sign-in/known-networks';
import type { Actor } from '@/lib/domain/access/access';
import { networksOf } from '@/lib/domain/sign-in/ip';
import { waitInCrowd } from '@/lib/domain/sign-in/login-throttle';

/**
 * The crowd: all strangers who try the same secret of one ID. Their wrong attempts in a day are counted together,
 * and the more there were, the longer each network waits before its own. So many networks get no more guesses
 * than few. A network from which the owner signed in before does not wait with the crowd.
 */
export type Crowd = {
  /** Under this key all are counted. */
  all: string;
  /** Under this key it is kept since when the network waits: the widest that one subscriber may have. */
  network: string;
  free: number;
  isAtHome: () => Promise<boolean>;
};

const DAY = 24 * 60 * 60;
const failures = () => limiter('crowd', { points: 1, duration: DAY });
const arrivals = () => limiter('arrival', { points: 1, duration: 2 * DAY });

/**
 * The crowd before the secret of an ID, as this visitor meets it.
 * @param secret names the secret; `free` wrong attempts in a day make nobody wait
 * @param userId undefined for an ID that nobody has: it is answered as any other
 */
export function crowdOf(
  { secret, of, free }: { secret: string; of: string; free: number },
  { actor, userId, now }: { actor: Actor; userId: string | undefined; now: Date },
): Crowd {
  const network = networksOf(actor).at(-1) ?? '';
  return {
    all: countedKey('crowd', secret, of),
    network: countedKey('arrival', secret, of, network),
    free,
    isAtHome: () => isKnownNetwork(userId, actor, now),
  };
}

/** The seconds since the network first wanted to try, for up to two days. */
async function secondsWaited(network: string): Promise<number> {
  const arrival = await arrivals().get(network);
  if (!arrival) await arrivals().penalty(network);
  return arrival ? 2 * DAY - arrival.msBeforeNext / 1000 : 0;
}

/** Counts an attempt as failed; `leaveCrowd` undoes that. @throws MustWait if the network's turn has not come */
export async function joinCrowd({ all, network, free, isAtHome }: Crowd): Promise<void> {
  const { consumedPoints: nth, msBeforeNext } = await failures().penalty(all);
  const wait = waitInCrowd(nth - 1, free);
  if (wait === 0 || (await isAtHome())) return;
  const left = Math.min(wait - (await secondsWaited(network)), msBeforeNext / 1000);
  if (left <= 0) return;
  await failures().reward(all);
  throw new MustWait(left);
}

/** Gives back an attempt that was counted. */
export async function leaveCrowd({ all }: Crowd): Promise<void> {
  await failures().reward(all);
}

/** The key under which the crowd's failures are stored. */
export const crowdKey = ({ all }: Crowd): string => failures().getKey(all);
