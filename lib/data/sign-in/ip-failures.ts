import { MustWait } from '@/lib/data/access/errors';
import { countedKey, limiter } from '@/lib/data/secrets/limiter';
import type { Actor } from '@/lib/domain/access/access';
import { inWiderGroup, networksOf } from '@/lib/domain/sign-in/ip';

/**
 * Failed sign-ins from one IP. A firm shares one IP, so successful sign-ins do not count, and known devices
 * are exempt. Attempts made at once may pass before their failures are counted: at most as many as wait for
 * their hash.
 */
export const ipFailures = { points: 60, duration: 300 };

const failures = () => limiter('ip-failures', ipFailures);

/** The count of the narrowest group, and of a wider one four times as much. */
const counts = (actor: Actor) =>
  networksOf(actor).map((group, at) => ({
    key: countedKey('ip', group),
    most: ipFailures.points * (at ? inWiderGroup : 1),
  }));

/** @throws MustWait after too many failures from the actor's IP */
export async function askIp(actor: Actor): Promise<void> {
  for (const { key, most } of counts(actor)) {
    const failed = await failures().get(key);
    if (failed && failed.consumedPoints >= most) throw new MustWait(failed.msBeforeNext / 1000);
  }
}

export async function countAgainstIp(actor: Actor): Promise<void> {
  for (const { key } of counts(actor)) await failures().penalty(key);
}
