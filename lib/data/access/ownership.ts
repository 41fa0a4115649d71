import { eq, type SQL, sql } from 'drizzle-orm';
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

/** A condition for the filings that the actor may see: their own, or for staff every filing. */
export function visibleTo(actor: Actor): SQL {
  return can(actor, 'read-filings') ? sql`true` : ownedBy(actor);
}
