import { and, eq, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import type { Tx } from '@/lib/data/db';
import { Refused } from '@/lib/data/errors';
import { queueMail } from '@/lib/data/outbox';
import { oneTimeTokens, users } from '@/lib/data/schema';
import { endSessions } from '@/lib/data/sessions';
import { forgetTries, laneOf } from '@/lib/data/tries';
import type { Actor } from '@/lib/domain/access';
import { foldOneKeyId } from '@/lib/domain/account';

/** A rendered message: what the caller made for the reader's language. */
export type Letter = { subject: string; html: string; text: string };

export type NewPassword = {
  password: string;
  /** Hashed before the transaction: hashing takes its time. */
  passwordHash: string;
  /** Tells the owner, at the e-mail address on file, that the password was changed. */
  notice: Letter;
  /** A session that goes on: that of the person who changed it while signed in. */
  keepSession?: string;
};

/**
 * Gives an account a new password: its other sessions end, every recovery under way ends, nobody waits for what failed
 * with the old one, and the owner is told.
 * @throws Refused 'passwordIsOneKeyId'
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
  if (foldOneKeyId(password) === user.oneKeyIdFolded) throw new Refused('passwordIsOneKeyId');
  await endSessions(tx, userId, 'password', now, keepSession);
  await forgetTries(tx, [laneOf('password', user.oneKeyIdFolded)]);
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.userId, userId), isNull(oneTimeTokens.usedAt)));
  await record(tx, actor, { action: 'change password', subject: userId }, now);
  if (!user.recoveryEmail) return;
  const dedupeKey = `password-changed/${userId}/${now.toISOString()}`;
  await queueMail(tx, { kind: 'password-changed', dedupeKey, recipient: user.recoveryEmail, ...notice }, now);
}
