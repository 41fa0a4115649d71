import { eq, type SQL, sql } from 'drizzle-orm';
import { isOpen } from '@/lib/data/access/restricted';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { filings } from '@/lib/data/db/schema/filing';
import { type Actor, can } from '@/lib/domain/access/access';
import { COUNTER } from '@/lib/domain/claim/draft/paper';

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

/** A condition for the filings that were handed in on paper by a person without an account: the counter keeps them. */
export function keptByCounter(): SQL {
  const counter = db()
    .select({ id: profiles.id })
    .from(profiles)
    .innerJoin(users, eq(users.id, profiles.userId))
    .where(eq(users.oneKeyIdFolded, COUNTER));
  return sql`${filings.profileId} in ${counter}`;
}

/**
 * A condition for the filings whose documents the actor may replace while they are on hold: their own, and for staff who
 * take paper those that the counter keeps, because nobody else can.
 */
export function replaceableBy(actor: Actor): SQL {
  if (!can(actor, 'enter-paper')) return ownedBy(actor);
  return sql`(${ownedBy(actor)} or (${keptByCounter()} and ${visibleTo(actor)}))`;
}
