import { eq, type SQL, sql } from 'drizzle-orm';
import { isOpen } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { filings } from '@/lib/data/db/schema/filing';
import { type Actor, can } from '@/lib/domain/access/access';

/** A condition for the filings of the actor's own profile. */
export function ownedBy(actor: Actor): SQL {
  if (actor.kind !== 'user') return sql`false`;
  const profile = db().select({ id: profiles.id }).from(profiles).where(eq(profiles.userId, actor.userId));
  return eq(filings.profileId, profile);
}

/**
 * A condition for the filings that the actor may see: their own, or for staff every filing, but for clerks none in a
 * court file that is sealed or anonymised.
 */
export function visibleTo(actor: Actor): SQL {
  if (!can(actor, 'read-filings')) return ownedBy(actor);
  return can(actor, 'read-restricted') ? sql`true` : sql`(${ownedBy(actor)} or ${isOpen()})`;
}
