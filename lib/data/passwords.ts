import { and, eq, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import type { Tx } from '@/lib/data/db';
import { Refused } from '@/lib/data/errors';
import { oneTimeTokens, profiles, users } from '@/lib/data/schema';
import { endSessions } from '@/lib/data/sessions';
import { forgetTries, laneOf } from '@/lib/data/tries';
import { type Letter, tellOwner } from '@/lib/data/verified-emails';
import type { Actor } from '@/lib/domain/access';
import { normalisePassword } from '@/lib/domain/account';
import { personalPassword } from '@/lib/domain/personal-password';

export type NewPassword = {
  password: string;
  /** Hashed before the transaction: hashing takes its time. */
  passwordHash: string;
  /** Tells the owner, at every verified address, that the password was changed. */
  notice: Letter;
  /** A session that goes on: that of the person who changed it while signed in. */
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
 * Gives an account a new password: its other sessions end, every link under way stops working (that of a recovery, or
 * one that somebody else had sent to an address of theirs), nobody waits for what failed with the old one, and the owner
 * is told.
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
  await forgetTries(tx, [laneOf('password', user.oneKeyIdFolded)]);
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.userId, userId), isNull(oneTimeTokens.usedAt)));
  await record(tx, actor, { action: 'change password', subject: userId }, now);
  await tellOwner(tx, userId, { kind: 'password-changed', letter: notice }, now);
}
