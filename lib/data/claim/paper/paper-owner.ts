import { and, eq, isNull } from 'drizzle-orm';
import { Refused } from '@/lib/data/access/errors';
import type { Db, Tx } from '@/lib/data/db/db';
import { confirmedEmails, profiles, users } from '@/lib/data/db/schema/account';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import { hashPassword, newToken } from '@/lib/data/secrets/secrets';
import { COUNTER, type Paper } from '@/lib/domain/claim/draft/paper';
import { foldEmail } from '@/lib/domain/contact/email';

/** Whose a claim becomes that was handed in on paper: an account's, or nobody's, which the counter keeps. */

const counterContact = {
  ...{ kind: 'individual' as const, lastName: COUNTER, firstName: '', firm: '', address: '', city: '' },
  ...{ country: 'CA', province: 'ON', postalCode: '', phone: '', extension: '', fax: '', email: '' },
};

/** The one open account that confirmed this address. @throws Refused 'noSuchAccount', 'severalAccounts' */
export async function getAccountBy(tx: Db, email: string): Promise<{ profileId: string }> {
  const found = await tx
    .select({ profileId: profiles.id })
    .from(confirmedEmails)
    .innerJoin(users, and(eq(users.id, confirmedEmails.userId), isNull(users.closedAt)))
    .innerJoin(profiles, eq(profiles.userId, users.id))
    .where(eq(confirmedEmails.email, foldEmail(email)))
    .limit(2);
  const [only, another] = found;
  if (another) throw new Refused('severalAccounts');
  if (!only) throw new Refused('noSuchAccount');
  return only;
}

/**
 * The counter's own profile, made when it is first needed. Its account is closed from its first instant: nobody signs in
 * to it, and what it holds is reached by staff alone.
 */
async function counter(tx: Tx, now: Date): Promise<{ profileId: string; userId: string }> {
  const account = {
    oneKeyId: COUNTER,
    oneKeyIdFolded: COUNTER,
    passwordHash: await hashPassword(newToken()),
  };
  await tx
    .insert(users)
    .values({ ...account, closedAt: now })
    .onConflictDoNothing();
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.oneKeyIdFolded, COUNTER));
  if (!user) throw new Error('the counter has no account');
  await tx
    .insert(profiles)
    .values({ userId: user.id, contact: counterContact, updatedAt: now })
    .onConflictDoNothing();
  const [profile] = await tx.select({ id: profiles.id }).from(profiles).where(eq(profiles.userId, user.id));
  if (!profile) throw new Error('the counter has no profile');
  return { profileId: profile.id, userId: user.id };
}

/**
 * The profile for which the claim is filed. For a person without an account the address that they gave at the counter
 * counts as confirmed: the clerk had it from them.
 * @throws Refused 'noSuchAccount', 'severalAccounts'
 */
export async function ownerOf(tx: Tx, { accountEmail, contact }: Paper, now: Date): Promise<string> {
  if (accountEmail) return (await getAccountBy(tx, accountEmail)).profileId;
  const { profileId, userId } = await counter(tx, now);
  if (contact.email) await noteConfirmed(tx, userId, contact.email, now);
  return profileId;
}
