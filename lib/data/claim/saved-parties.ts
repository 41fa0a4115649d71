import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { type SavedParty, savedParties } from '@/lib/data/db/schema/claim';
import { isUuid } from '@/lib/data/db/uuid';
import type { Actor } from '@/lib/domain/access/access';
import { partiesOfClaim } from '@/lib/domain/claim/claim-v1';
import type { StoredClaim } from '@/lib/domain/claim/claim-v2';
import { type PartyRole, partyName } from '@/lib/domain/claim/party';
import { nameKey } from '@/lib/domain/claim/proposals/same-name';

/** A saved party in its list. */
export type SavedLine = { id: string; role: PartyRole; party: SavedParty };

const line = { id: savedParties.id, role: savedParties.role, party: savedParties.party };

/** The condition for the saved parties of the actor. @throws NotFound for anyone who is not signed in */
function own(actor: Actor) {
  if (actor.kind !== 'user') throw new NotFound('saved party');
  const profile = db().select({ id: profiles.id }).from(profiles).where(eq(profiles.userId, actor.userId));
  return inArray(savedParties.profileId, profile);
}

/** The condition for one of them. @throws NotFound for what is no id */
function ownOf(actor: Actor, id: string) {
  if (!isUuid(id)) throw new NotFound('saved party');
  return and(eq(savedParties.id, id), own(actor));
}

/** The parties of the actor's earlier claims that they did not delete, by name. */
export function listSavedParties(actor: Actor): Promise<SavedLine[]> {
  return db().select(line).from(savedParties).where(own(actor)).orderBy(asc(savedParties.nameKey));
}

/** @throws NotFound for another person's */
export async function getSavedParty(actor: Actor, id: string): Promise<SavedLine> {
  const [found] = await db().select(line).from(savedParties).where(ownOf(actor, id));
  if (!found) throw new NotFound('saved party');
  return found;
}

/**
 * Saves the changed entries of a saved party, which later claims start from. Another saved party of the same name and
 * side gives way.
 * @throws NotFound for another person's
 */
export async function changeSavedParty(
  actor: Actor,
  id: string,
  entries: SavedParty,
  now: Date,
): Promise<void> {
  await db().transaction(async (tx) => {
    const [row] = await tx.select().from(savedParties).where(ownOf(actor, id)).for('update');
    if (!row) throw new NotFound('saved party');
    const { profileId, role } = row;
    const key = nameKey(partyName(entries));
    const sameName = and(
      eq(savedParties.profileId, profileId),
      eq(savedParties.role, role),
      eq(savedParties.nameKey, key),
      ne(savedParties.id, id),
    );
    await tx.delete(savedParties).where(sameName);
    await tx
      .update(savedParties)
      .set({ nameKey: key, party: { ...entries, role }, savedAt: now })
      .where(eq(savedParties.id, id));
  });
}

/** Saves the parties of a submitted claim for the next one, each in place of what was saved of the same name before. */
export async function saveParties(tx: Tx, profileId: string, claim: StoredClaim, now: Date): Promise<void> {
  const rows = partiesOfClaim(claim).map((party) => {
    const key = nameKey(partyName(party));
    return { profileId, role: party.role, nameKey: key, party, savedAt: now };
  });
  // A statement may change no row twice, and two parties of one claim may be called the same.
  const different = [...new Map(rows.map((row) => [`${row.role} ${row.nameKey}`, row])).values()];
  await tx
    .insert(savedParties)
    .values(different)
    .onConflictDoUpdate({
      target: [savedParties.profileId, savedParties.role, savedParties.nameKey],
      set: { party: sql`excluded.party`, savedAt: sql`excluded.saved_at` },
    });
}

/** Deletes a saved party; the claims that it was in keep it. @throws NotFound for another person's */
export async function deleteSavedParty(actor: Actor, id: string): Promise<void> {
  const gone = await db().delete(savedParties).where(ownOf(actor, id)).returning({ id: savedParties.id });
  if (gone.length === 0) throw new NotFound('saved party');
}
