import { eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { saveUserText } from '@/lib/data/account/desk/user-texts';
import { askOnceToConfirm, type LinkLetter } from '@/lib/data/account/email-confirmation';
import { issueUndo } from '@/lib/data/account/email-undo';
import { hasAccepted } from '@/lib/data/account/terms';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { confirmedAt, tellOwner } from '@/lib/data/mail/verified-emails';
import { askPassword } from '@/lib/data/sign-in/confirmation';
import type { UserActor } from '@/lib/domain/access/access';
import type { Usual } from '@/lib/domain/claim/draft/usual';
import type { Contact } from '@/lib/domain/contact/contact';
import { foldEmail } from '@/lib/domain/contact/email';

/** A Justice Services Online account, with its current contact information and what its lawyer usually files. */
export type Profile = { id: string; contact: Contact; usual: Usual };

const columns = { id: profiles.id, contact: profiles.contact, usual: profiles.usual };

/** The actor's own account, or null before they register. */
export async function findProfile(actor: UserActor): Promise<Profile | null> {
  const [row] = await db().select(columns).from(profiles).where(eq(profiles.userId, actor.userId));
  return row ?? null;
}

/**
 * `link` asks the reader of a new e-mail address to confirm it. `notice` tells the addresses verified before, with a
 * link that takes the change back.
 */
export type ContactLetters = { link?: LinkLetter | undefined; notice: LinkLetter };

/**
 * The address receives the court's messages. So whoever only holds the session must not change it.
 * @throws Refused 'enterCurrentPassword', 'currentPasswordWrong'; MustWait
 */
async function askOwner(actor: UserActor, currentPassword: string, now: Date): Promise<void> {
  if (!currentPassword) throw new Refused('enterCurrentPassword');
  await askPassword(actor, currentPassword, now);
}

const isSame = (before: Contact, after: Contact) => foldEmail(before.email) === foldEmail(after.email);

/**
 * Registers the actor's account, or changes its contact information. A filing keeps its own copy of the
 * contact with which it was submitted. A new e-mail address is sent a link that confirms it. To replace an address
 * takes the current password.
 * @param now the system's time
 * @throws Refused 'termsNotAccepted': a person who files must first accept the terms of use in force (r.
 *   4.05.1(3)); 'enterCurrentPassword', 'currentPasswordWrong' for another e-mail address; MustWait
 */
export async function saveProfile(
  actor: UserActor,
  contact: Contact,
  { link, notice, currentPassword = '' }: ContactLetters & { currentPassword?: string },
  now: Date,
): Promise<Profile> {
  if (!(await hasAccepted(actor, 'justice', now))) throw new Refused('termsNotAccepted');
  const current = await findProfile(actor);
  const isAsked = current !== null && !isSame(current.contact, contact);
  if (isAsked) await askOwner(actor, currentPassword, now);
  return db().transaction(async (tx) => {
    const mine = eq(profiles.userId, actor.userId);
    const [before] = await tx.select().from(profiles).where(mine).for('update');
    const isSameEmail = before && isSame(before.contact, contact);
    const emailVerifiedAt = await confirmedAt(tx, actor.userId, contact.email);
    if (before && !isSameEmail) {
      // Another page of the same person changed the address meanwhile.
      if (!isAsked) throw new Refused('enterCurrentPassword');
      const undo = await issueUndo(tx, actor.userId, 'contact', before.contact.email, now);
      const told = { kind: 'recovery-info-changed', letter: await notice(undo) } as const;
      await tellOwner(tx, actor.userId, told, now);
    }
    const [row] = await tx
      .insert(profiles)
      .values({ userId: actor.userId, contact, emailVerifiedAt, createdAt: now, updatedAt: now })
      .onConflictDoUpdate({ target: profiles.userId, set: { contact, emailVerifiedAt, updatedAt: now } })
      .returning(columns);
    if (!row) throw new Error('the profile was not stored');
    await saveUserText(tx, actor.userId);
    await record(tx, actor, { action: 'save contact information', subject: row.id }, now);
    const toConfirm = { email: contact.email, letter: link };
    if (!isSameEmail && !emailVerifiedAt) await askOnceToConfirm(tx, actor.userId, 'contact', toConfirm, now);
    return row;
  });
}

/** Saves what the actor usually files; it takes the place of what was saved before. @throws NotFound without an account */
export function saveUsual(actor: UserActor, usual: Usual, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const [row] = await tx
      .update(profiles)
      .set({ usual, updatedAt: now })
      .where(eq(profiles.userId, actor.userId))
      .returning({ id: profiles.id });
    if (!row) throw new NotFound('profile');
    await record(tx, actor, { action: 'save contact information', subject: row.id }, now);
  });
}
