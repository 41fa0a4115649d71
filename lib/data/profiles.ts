import { eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db, type Tx } from '@/lib/data/db';
import { askToConfirm, type LinkLetter } from '@/lib/data/email-confirmation';
import { Refused } from '@/lib/data/errors';
import { profiles, users } from '@/lib/data/schema';
import { hasAccepted } from '@/lib/data/terms';
import { type Letter, tellOwner } from '@/lib/data/verified-emails';
import type { UserActor } from '@/lib/domain/access';
import type { Contact } from '@/lib/domain/contact';
import { foldEmail } from '@/lib/domain/email';

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

/** `link` makes the message to the address that is to be confirmed, `notice` that to the addresses verified before. */
export type ContactLetters = { link?: LinkLetter; notice: Letter };

/** Whether the actor's address for recovery, which is verified, is this one. */
async function servesRecovery(tx: Tx, userId: string, email: string): Promise<boolean> {
  const [row] = await tx.select({ email: users.recoveryEmail }).from(users).where(eq(users.id, userId));
  return foldEmail(row?.email ?? '') === foldEmail(email);
}

/**
 * Registers the actor's account, or changes its contact information. Filings keep the contact they were submitted
 * with: they hold a copy of their own. An address that is new is to be confirmed by a link that is sent to it.
 * @param now the system's time
 * @throws Refused 'termsNotAccepted': whoever files accepts the terms of use in force first (r. 4.05.1(3))
 */
export async function saveProfile(
  actor: UserActor,
  contact: Contact,
  { link, notice }: ContactLetters,
  now: Date,
): Promise<Profile> {
  if (!(await hasAccepted(actor, 'justice'))) throw new Refused('termsNotAccepted');
  return db().transaction(async (tx) => {
    const mine = eq(profiles.userId, actor.userId);
    const [before] = await tx.select().from(profiles).where(mine).for('update');
    const isSameAddress = before && foldEmail(before.contact.email) === foldEmail(contact.email);
    const isVerified = !isSameAddress && (await servesRecovery(tx, actor.userId, contact.email));
    const emailVerifiedAt = isSameAddress ? before.emailVerifiedAt : isVerified ? now : null;
    if (before && !isSameAddress)
      await tellOwner(tx, actor.userId, { kind: 'recovery-info-changed', letter: notice }, now);
    const [row] = await tx
      .insert(profiles)
      .values({ userId: actor.userId, contact, emailVerifiedAt, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: profiles.userId, set: { contact, emailVerifiedAt, updatedAt: now } })
      .returning({ id: profiles.id, contact: profiles.contact });
    if (!row) throw new Error('the profile was not stored');
    await record(tx, actor, { action: 'save contact information', subject: row.id }, now);
    const toConfirm = { address: contact.email, letter: link };
    if (!isSameAddress && !isVerified) await askToConfirm(tx, actor.userId, 'contact', toConfirm, now);
    return row;
  });
}
