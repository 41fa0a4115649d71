import { eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { Refused } from '@/lib/data/errors';
import { profiles } from '@/lib/data/schema';
import { hasAccepted } from '@/lib/data/terms';
import type { UserActor } from '@/lib/domain/access';
import type { Contact } from '@/lib/domain/contact';

/** A Justice Services Online account, with its contact information as it stands now. */
export type Profile = { id: string; contact: Contact };

/** The actor's own account, or null before they registered. */
export async function findProfile(actor: UserActor): Promise<Profile | null> {
  const [row] = await db()
    .select({ id: profiles.id, contact: profiles.contact })
    .from(profiles)
    .where(eq(profiles.userId, actor.userId));
  return row ?? null;
}

/**
 * Registers the actor's account, or changes its contact information. Filings keep the contact they were submitted
 * with: they hold a copy of their own.
 * @param now the system's time
 * @throws Refused 'termsNotAccepted': whoever files accepts the terms of use in force first (r. 4.05.1(3))
 */
export async function saveProfile(actor: UserActor, contact: Contact, now: Date): Promise<Profile> {
  if (!(await hasAccepted(actor, 'justice'))) throw new Refused('termsNotAccepted');
  return db().transaction(async (tx) => {
    const [row] = await tx
      .insert(profiles)
      .values({ userId: actor.userId, contact, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: profiles.userId, set: { contact, updatedAt: now } })
      .returning({ id: profiles.id, contact: profiles.contact });
    if (!row) throw new Error('the profile was not stored');
    await record(tx, actor, { action: 'save contact information', subject: row.id }, now);
    return row;
  });
}
