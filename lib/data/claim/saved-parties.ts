import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { type SavedParty, savedParties } from '@/lib/data/db/schema/claim';
import { isUuid } from '@/lib/data/db/uuid';
import type { Actor } from '@/lib/domain/access/access';
import type { ClaimV1 } from '@/lib/domain/claim/claim-v1';
import { type PartyRole, partyName } from '@/lib/domain/claim/party';
import { nameKey } from '@/lib/domain/claim/proposals/same-name';
import { splitFirstName } from '@/lib/domain/contact/person-name';

/** A saved party in its list. */
export type SavedLine = { id: string; role: PartyRole; party: SavedParty };

/** The condition for the profile of the actor. @throws NotFound for anyone who is not signed in */
function ownProfile(actor: Actor) {
  if (actor.kind !== 'user') throw new NotFound('saved party');
  return eq(profiles.userId, actor.userId);
}

/** The parties of the actor's earlier claims that they did not delete, by name. */
export function listSavedParties(actor: Actor): Promise<SavedLine[]> {
  return db()
    .select({ id: savedParties.id, role: savedParties.role, party: savedParties.party })
    .from(savedParties)
    .innerJoin(profiles, eq(profiles.id, savedParties.profileId))
    .where(ownProfile(actor))
    .orderBy(asc(savedParties.nameKey));
}

/** @throws NotFound for another person's */
export async function getSavedParty(actor: Actor, id: string): Promise<SavedLine> {
  const found = (await listSavedParties(actor)).find((line) => line.id === id);
  if (!found) throw new NotFound('saved party');
  return found;
}

/**
 * Saves the changed entries of a saved party, which later claims start from. Another saved party of the same name and
 * side gives way.
 * @throws NotFound for another person's
 */
export function changeSavedParty(actor: Actor, id: string, entries: SavedParty, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { role } = await getSavedParty(actor, id);
    const [row] = await tx.select().from(savedParties).where(eq(savedParties.id, id)).for('update');
    if (!row) throw new NotFound('saved party');
    const key = nameKey(partyName(entries));
    const sameName = and(
      eq(savedParties.profileId, row.profileId),
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
export async function saveParties(tx: Tx, profileId: string, claim: ClaimV1, now: Date): Promise<void> {
  const parties: SavedParty[] = [
    ...claim.plaintiffs.map((party) => ({ ...splitFirstName(party), role: 'plaintiff' as const })),
    ...claim.defendants.map((party) => ({ ...splitFirstName(party), role: 'defendant' as const })),
  ];
  const rows = parties.map((party) => {
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
  const own = db().select({ id: profiles.id }).from(profiles).where(ownProfile(actor));
  if (!isUuid(id)) throw new NotFound('saved party');
  const gone = await db()
    .delete(savedParties)
    .where(and(eq(savedParties.id, id), inArray(savedParties.profileId, own)))
    .returning({ id: savedParties.id });
  if (gone.length === 0) throw new NotFound('saved party');
}
