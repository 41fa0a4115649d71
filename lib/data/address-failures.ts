import { MustWait } from '@/lib/data/errors';
import { countedKey, limiter } from '@/lib/data/limiter';
import type { Actor } from '@/lib/domain/access';
import { addressGroup } from '@/lib/domain/address-group';

/**
 * Failed sign-ins from one address. A firm shares one, so what succeeds counts for nothing, and a browser that its
 * owner signed in from before is not asked. Many at once may pass before their failures are counted: no more than
 * wait for their hash.
 */
export const addressFailures = { points: 60, duration: 300 };

const failures = () => limiter('address-failures', addressFailures);
const keyOf = (actor: Actor) =>
  countedKey('address', addressGroup((actor.kind !== 'system' && actor.ip) || 'unknown'));

/** @throws MustWait when too much failed from the actor's address */
export async function askAddress(actor: Actor): Promise<void> {
  const failed = await failures().get(keyOf(actor));
  if (failed && failed.consumedPoints >= addressFailures.points)
    throw new MustWait(failed.msBeforeNext / 1000);
}

export async function countAgainstAddress(actor: Actor): Promise<void> {
  await failures().penalty(keyOf(actor));
}
