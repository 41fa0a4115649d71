import { and, eq } from 'drizzle-orm';
import { askAddress, countAgainstAddress } from '@/lib/data/address-failures';
import { record } from '@/lib/data/audit';
import { type Db, db } from '@/lib/data/db';
import { askToConfirm, type EmailToConfirm } from '@/lib/data/email-confirmation';
import { Refused } from '@/lib/data/errors';
import { forgetDevice, isDevice, knowDevice } from '@/lib/data/known-devices';
import { knownDevices, securityAnswers, termsAcceptances, users } from '@/lib/data/schema';
import { hashAnswers, hashPassword, isOutdated, verifyPassword } from '@/lib/data/secrets';
import { startSession } from '@/lib/data/sessions';
import { forgetTries, isLastTry, laneOf, withTry } from '@/lib/data/tries';
import type { Actor, Role } from '@/lib/domain/access';
import { foldOneKeyId, normalisePassword } from '@/lib/domain/account';
import { normaliseAnswer } from '@/lib/domain/security-question';

export type NewUser = {
  oneKeyId: string;
  password: string;
  questions: readonly [string, string, string];
  answers: readonly [string, string, string];
  /** For recovery, once it is confirmed. */
  email?: EmailToConfirm;
  terms: { version: string; locale: 'en' | 'fr' };
};

/** Whether nobody has the ID yet; letters' case does not tell two IDs apart. */
export async function isOneKeyIdFree(oneKeyId: string): Promise<boolean> {
  const [taken] = await db()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  return !taken;
}

/**
 * Registers a ONE-key account, with the acceptance of its terms, in the caller's transaction.
 * @param role filer, but for the first administrator
 * @throws Refused 'oneKeyIdTaken'
 */
export async function createUser(
  tx: Db,
  actor: Actor,
  user: NewUser,
  role: Role,
  now: Date,
): Promise<string> {
  const [passwordHash, answersHash] = await Promise.all([
    hashPassword(normalisePassword(user.password)),
    hashAnswers(user.answers.map(normaliseAnswer)),
  ]);
  const [row] = await tx
    .insert(users)
    .values({
      oneKeyId: user.oneKeyId,
      oneKeyIdFolded: foldOneKeyId(user.oneKeyId),
      passwordHash,
      role,
      pendingEmail: user.email?.address,
      createdAt: now,
    })
    .onConflictDoNothing({ target: users.oneKeyIdFolded })
    .returning({ id: users.id });
  if (!row) throw new Refused('oneKeyIdTaken');
  await tx.insert(securityAnswers).values({ userId: row.id, questions: [...user.questions], answersHash });
  await tx
    .insert(termsAcceptances)
    .values({ userId: row.id, kind: 'one-key', acceptedAt: now, ...user.terms });
  await record(tx, actor, { action: 'register account', subject: row.id }, now);
  if (user.email) await askToConfirm(tx, row.id, 'recovery', user.email, now);
  return row.id;
}

/** Registers a filer's ONE-key account. @throws Refused 'oneKeyIdTaken' */
export function signUp(actor: Actor, user: NewUser, now: Date): Promise<string> {
  return db().transaction((tx) => createUser(tx, actor, user, 'filer', now));
}

export type SignedIn = { userId: string; sessionId: string; deviceToken: string };

/** The account of an ID, and whether the browser with this token is one that its owner uses. */
async function findLogin(foldedId: string, deviceToken: string | undefined) {
  const ofBoth = and(eq(knownDevices.userId, users.id), isDevice(deviceToken));
  const [found] = await db()
    .select({ user: users, device: knownDevices.id })
    .from(users)
    .leftJoin(knownDevices, ofBoth)
    .where(eq(users.oneKeyIdFolded, foldedId));
  return { user: found?.user, isKnown: Boolean(found?.device) };
}

/** A password whose hash was made at an earlier cost is hashed anew, now that it is at hand. */
async function renewHash({ id, passwordHash }: typeof users.$inferSelect, password: string): Promise<void> {
  if (!isOutdated(passwordHash)) return;
  const renewed = await hashPassword(password);
  await db()
    .update(users)
    .set({ passwordHash: renewed })
    .where(and(eq(users.id, id), eq(users.passwordHash, passwordHash)));
}

/**
 * Checks a ONE-key ID and password and opens a session. Each try is counted for the ID first, known or not; one from
 * a browser that the owner signed in from before is counted there instead, so that strangers cannot make it wait.
 * @param deviceToken what the browser holds of an earlier sign-in
 * @returns the ids of person and session and what the browser is to hold, or null: the same for an unknown ID, a wrong
 *   password, and an account that is locked or closed
 * @throws MustWait before the password is looked at: its answer would help a guesser
 */
export async function signIn(
  actor: Actor,
  oneKeyId: string,
  typed: string,
  now: Date,
  deviceToken?: string,
): Promise<SignedIn | null> {
  const foldedId = foldOneKeyId(oneKeyId);
  const password = normalisePassword(typed);
  const { user, isKnown } = await findLogin(foldedId, deviceToken);
  const strangers = laneOf('password', foldedId);
  const lane = isKnown ? laneOf('password', foldedId, deviceToken) : strangers;
  if (!isKnown) await askAddress(actor);
  const matches = await withTry(lane, () => verifyPassword(user?.passwordHash, password)).catch(
    async (error) => {
      if (isKnown && isLastTry(error)) await forgetDevice(deviceToken);
      throw error;
    },
  );
  if (!user || !matches || user.lockedAt || user.closedAt) {
    await record(db(), actor, { action: 'sign in', subject: user?.id ?? 'unknown', outcome: 'refused' }, now);
    await countAgainstAddress(actor);
    return null;
  }
  await renewHash(user, password);
  return db().transaction(async (tx) => {
    const sessionId = await startSession(tx, actor, user.id, now);
    await record(tx, actor, { action: 'sign in', subject: user.id }, now);
    await forgetTries(tx, [lane, strangers]);
    return { userId: user.id, sessionId, deviceToken: await knowDevice(tx, user.id, deviceToken, now) };
  });
}
