import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { authenticators, passkeys, recoveryCodes } from '@/lib/data/db/schema/sign-in';
import type { Role, UserActor } from '@/lib/domain/access/access';

/** The second steps that an account has. A recovery code can replace one but is not one itself. */

const passkeyLine = {
  id: passkeys.id,
  name: passkeys.name,
  createdAt: passkeys.createdAt,
  lastUsedAt: passkeys.lastUsedAt,
};
export type PasskeyLine = Pick<typeof passkeys.$inferSelect, keyof typeof passkeyLine>;
export type SecondSteps = {
  /** When the authenticator app was set up; null without an app. */
  authenticatorSince: Date | null;
  passkeys: PasskeyLine[];
  recoveryCodesLeft: number;
};

async function readSecondSteps(tx: Db, userId: string): Promise<SecondSteps> {
  const [app] = await tx
    .select({ since: authenticators.confirmedAt })
    .from(authenticators)
    .where(eq(authenticators.userId, userId));
  const keys = await tx
    .select(passkeyLine)
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
  const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt));
  return {
    authenticatorSince: app?.since ?? null,
    passkeys: keys,
    recoveryCodesLeft: await tx.$count(recoveryCodes, unused),
  };
}

/** The actor's own second steps, or those of a person in a session that still awaits its second step. */
export function getSecondSteps(owner: Pick<UserActor, 'userId'>): Promise<SecondSteps> {
  return readSecondSteps(db(), owner.userId);
}

/** The number of second steps. */
export function countSecondSteps({ authenticatorSince, passkeys: keys }: SecondSteps): number {
  return keys.length + (authenticatorSince ? 1 : 0);
}

/** Whether signing in to the account requires more than the password. */
export async function hasSecondStep(tx: Db, userId: string): Promise<boolean> {
  return countSecondSteps(await readSecondSteps(tx, userId)) > 0;
}

/** Locks an account until the transaction ends, because its second steps are about to change or be given. */
export async function lockSecondSteps(tx: Tx, userId: string): Promise<SecondSteps & { role: Role }> {
  const [user] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId)).for('update');
  if (!user) throw new Error('the account is gone');
  return { ...(await readSecondSteps(tx, userId)), role: user.role };
}
