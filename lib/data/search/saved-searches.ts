import { and, asc, eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { savedSearches } from '@/lib/data/db/schema/desk';
import { isUuid } from '@/lib/data/db/uuid';
import { can, type UserActor } from '@/lib/domain/access/access';
import type { FilingTerms } from '@/lib/domain/filing/search-form';

/** How many searches a person keeps at the most. */
const MOST = 50;

/** @throws NotFound for anyone but staff */
function requireStaffOf(actor: UserActor): void {
  if (!can(actor, 'read-filings')) throw new NotFound('saved search');
}

const ownOf = (actor: UserActor, id: string) =>
  and(eq(savedSearches.id, id), eq(savedSearches.userId, actor.userId));

/** The actor's own searches by name. @throws NotFound for anyone but staff */
export async function listSavedSearches(actor: UserActor): Promise<{ id: string; name: string }[]> {
  requireStaffOf(actor);
  return db()
    .select({ id: savedSearches.id, name: savedSearches.name })
    .from(savedSearches)
    .where(eq(savedSearches.userId, actor.userId))
    .orderBy(asc(savedSearches.name));
}

/** One of the actor's own searches. @throws NotFound for another person's */
export async function getSavedSearch(actor: UserActor, id: string) {
  requireStaffOf(actor);
  const [found] = isUuid(id) ? await db().select().from(savedSearches).where(ownOf(actor, id)) : [];
  if (!found) throw new NotFound('saved search');
  return found;
}

/**
 * Keeps a search under a name, in the place of the actor's own of that name.
 * @returns its id
 * @throws NotFound for anyone but staff; Refused 'tooManySearches'
 */
export async function saveSearch(actor: UserActor, name: string, terms: FilingTerms): Promise<string> {
  const others = (await listSavedSearches(actor)).filter((search) => search.name !== name);
  if (others.length >= MOST) throw new Refused('tooManySearches');
  const [saved] = await db()
    .insert(savedSearches)
    .values({ userId: actor.userId, name, terms })
    .onConflictDoUpdate({ target: [savedSearches.userId, savedSearches.name], set: { terms } })
    .returning({ id: savedSearches.id });
  if (!saved) throw new Error('the search was not saved');
  return saved.id;
}

/** Deletes one of the actor's own searches. @throws NotFound for another person's */
export async function deleteSearch(actor: UserActor, id: string): Promise<void> {
  await getSavedSearch(actor, id);
  await db().delete(savedSearches).where(ownOf(actor, id));
}
