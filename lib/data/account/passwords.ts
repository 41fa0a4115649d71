import { and, eq, isNull } from 'drizzle-orm';
import { Refused } from '@/lib/data/access/errors';
import { findAccount } from '@/lib/data/account/recoverable-accounts';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { oneTimeTokens, profiles, users } from '@/lib/data/db/schema/account';
import { nobody } from '@/lib/data/db/uuid';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { hashPassword } from '@/lib/data/secrets/secrets';
import { findToken, redeemToken } from '@/lib/data/secrets/tokens';
import { askPassword } from '@/lib/data/sign-in/confirmation';
import { forgetOtherDevices } from '@/lib/data/sign-in/known-devices';
import { removeSecondSteps } from '@/lib/data/sign-in/second-step-reset';
import { endSessions } from '@/lib/data/sign-in/sessions';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { normalisePassword } from '@/lib/domain/account/account';
import { personalPassword } from '@/lib/domain/account/personal-password';

export type NewPassword = {
  password: string;
  /** Hashed before the transaction, which must not stay open that long. */
  passwordHash: string;
  /** Tells the owner at every verified e-mail address that the password was changed. */
  notice: Letter;
  /** The session that stays open: that of a person who changes the password while signed in. */
  keepSession?: string;
};

/** @throws Refused 'passwordHoldsOneKeyId', 'passwordHoldsName' */
async function refusePersonal(tx: Tx, userId: string, oneKeyId: string, password: string): Promise<void> {
  const [profile] = await tx
    .select({ contact: profiles.contact })
    .from(profiles)
    .where(eq(profiles.userId, userId));
  const names = profile ? [profile.contact.firstName, profile.contact.lastName] : [];
  const personal = personalPassword(normalisePassword(password), { oneKeyId, names });
  if (personal) throw new Refused(personal);
}

/**
 * Gives an account a new password and tells its owner. Its other sessions end. Every mailed link stops
 * working, whether it was for a recovery or went to an address that an intruder entered. Failures with the
 * old password no longer make anyone wait, because the throttles are those of its hash.
 * @throws Refused 'passwordHoldsOneKeyId', 'passwordHoldsName'
 */
export async function setPassword(
  tx: Tx,
  actor: Actor,
  userId: string,
  { password, passwordHash, notice, keepSession }: NewPassword,
  now: Date,
): Promise<void> {
  const [user] = await tx.update(users).set({ passwordHash }).where(eq(users.id, userId)).returning();
  if (!user) throw new Error('the account is gone');
  await refusePersonal(tx, userId, user.oneKeyId, password);
  await endSessions(tx, userId, 'password', now, keepSession);
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.userId, userId), isNull(oneTimeTokens.usedAt)));
  await record(tx, actor, { action: 'change password', subject: userId }, now);
  await tellOwner(tx, userId, { kind: 'password-changed', letter: notice }, now);
}

/**
 * Changes the actor's own password. Their other sessions end.
 * @throws Refused 'currentPasswordWrong', and as setPassword
 */
export async function changePassword(
  actor: UserActor,
  currentPassword: string,
  { password, notice }: { password: string; notice: Letter },
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  const passwordHash = await hashPassword(normalisePassword(password));
  const change = { password, passwordHash, notice, keepSession: actor.sessionId };
  await db().transaction((tx) => setPassword(tx, actor, actor.userId, change, now));
}

/** Whether the token allows a new password to be chosen. */
export async function mayChoosePassword(token: string, now: Date): Promise<boolean> {
  return (await findProof(db(), token, now)) !== null;
}

/** What allows a new password; `lostSteps` says that every second step goes with the old one. */
async function findProof(tx: Db, token: string, now: Date) {
  const alone = await findToken(tx, 'new-password', token, now);
  if (alone) return { ...alone, lostSteps: false };
  const withSteps = await findToken(tx, 'new-access', token, now);
  return withSteps && { ...withSteps, lostSteps: true };
}

/**
 * Sets the new password, once; after a recovery in person of somebody who lost them, every second step goes too. All
 * sessions end, no browser but this one counts as known any more, and the owner is
 * told.
 * @param deviceToken the browser's; it stays known if it was
 * @returns false if the token is used or expired, or the account was locked or closed since
 * @throws Refused as setPassword does; the token then stays valid
 */
export async function choosePassword(
  actor: Actor,
  token: string,
  password: string,
  notice: Letter,
  now: Date,
  deviceToken?: string,
): Promise<boolean> {
  const passwordHash = await hashPassword(normalisePassword(password));
  return db().transaction(async (tx) => {
    const found = await findProof(tx, token, now);
    const account = found && (await findAccount(tx, eq(users.id, found.userId ?? nobody)));
    if (!account || !(await redeemToken(tx, found.id, now))) return false;
    await setPassword(tx, actor, account.id, { password, passwordHash, notice }, now);
    await forgetOtherDevices(tx, account.id, deviceToken);
    if (found.lostSteps) {
      await removeSecondSteps(tx, account.id);
      await record(tx, actor, { action: 'reset second steps', subject: account.id }, now);
    }
    return true;
  });
}
