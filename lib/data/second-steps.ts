import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Db, db, type Tx } from '@/lib/data/db';
import { authenticators, passkeys, recoveryCodes, users } from '@/lib/data/schema';
import type { Role, UserActor } from '@/lib/domain/access';

/** What of second steps an account has. Recovery codes stand in for one and are none themselves. */

const passkeyLine = {
  id: passkeys.id,
  name: passkeys.name,
  createdAt: passkeys.createdAt,
  lastUsedAt: passkeys.lastUsedAt,
};
export type PasskeyLine = Pick<typeof passkeys.$inferSelect, keyof typeof passkeyLine>;
export type SecondSteps = {
  /** When the authenticator app was set up; null without one. */
  authenticatorSince: Date | null;
  passkeys: PasskeyLine[];
  recoveryCodesLeft: number;
};

/** Of an account, for its owner. @param tx the transaction at hand */
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

/** The actor's own, or those of the person whose password was right in a session that waits for one. */
export function getSecondSteps(owner: Pick<UserActor, 'userId'>): Promise<SecondSteps> {
  return readSecondSteps(db(), owner.userId);
}

/** How many there are; an account with one or more asks for more than the password. */
export function countSecondSteps({ authenticatorSince, passkeys: keys }: SecondSteps): number {
  return keys.length + (authenticatorSince ? 1 : 0);
}

/** Whether the account asks for more than the password. */
export async function hasSecondStep(tx: Db, userId: string): Promise<boolean> {
  return countSecondSteps(await readSecondSteps(tx, userId)) > 0;
}

/** An account whose second steps are about to change or be tried: until the transaction ends nobody else does. */
export async function lockSecondSteps(tx: Tx, userId: string): Promise<SecondSteps & { role: Role }> {
  const [user] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId)).for('update');
  if (!user) throw new Error('the account is gone');
  return { ...(await readSecondSteps(tx, userId)), role: user.role };
}
