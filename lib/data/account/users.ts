import { and, eq } from 'drizzle-orm';
import { Refused } from '@/lib/data/access/errors';
import { askToConfirm, type EmailToConfirm } from '@/lib/data/account/email-confirmation';
import { isOneKeyIdFree, lockSkeleton } from '@/lib/data/account/one-key-id-skeletons';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { securityAnswers, termsAcceptances, users } from '@/lib/data/db/schema/account';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { hashAnswers, hashPassword, isOutdated, verifyPassword } from '@/lib/data/secrets/secrets';
import { askIp, countAgainstIp } from '@/lib/data/sign-in/ip-failures';
import { forgetDevice, isDevice, knowDevice } from '@/lib/data/sign-in/known-devices';
import { clearThrottles, isLastAttempt, throttled, throttleOf } from '@/lib/data/sign-in/login-throttle';
import { startSession } from '@/lib/data/sign-in/sessions';
import type { Actor, Role } from '@/lib/domain/access/access';
import { normalisePassword } from '@/lib/domain/account/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import type { SecurityQuestion } from '@/lib/domain/account/security-question';
import { normaliseAnswer } from '@/lib/domain/account/security-question';

export type NewUser = {
  oneKeyId: string;
  password: string;
  questions: readonly [SecurityQuestion, SecurityQuestion, SecurityQuestion];
  answers: readonly [string, string, string];
  /** For recovery, once it is confirmed. */
  email?: EmailToConfirm | undefined;
  terms: { version: string; locale: 'en' | 'fr' };
};

/**
 * Registers a ONE-key account and the acceptance of its terms, in the caller's transaction.
 * @param role filer, except for the first administrator
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
  const skeleton = await lockSkeleton(tx, user.oneKeyId);
  if (!(await isOneKeyIdFree(user.oneKeyId, tx))) throw new Refused('oneKeyIdTaken');
  const [row] = await tx
    .insert(users)
    .values({
      oneKeyId: user.oneKeyId,
      oneKeyIdFolded: foldOneKeyId(user.oneKeyId),
      oneKeyIdSkeleton: skeleton,
      passwordHash,
      role,
      pendingEmail: user.email?.email,
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

/** The account of an ID, and whether the browser with this token is a known device of its owner. */
async function findLogin(foldedId: string, deviceToken: string | undefined) {
  const ofBoth = and(eq(knownDevices.userId, users.id), isDevice(deviceToken));
  const [found] = await db()
    .select({ user: users, device: knownDevices.id })
    .from(users)
    .leftJoin(knownDevices, ofBoth)
    .where(eq(users.oneKeyIdFolded, foldedId));
  return { user: found?.user, isKnown: Boolean(found?.device) };
}

/** Hashes the password again if its hash was made at an earlier cost. */
async function renewHash({ id, passwordHash }: typeof users.$inferSelect, password: string): Promise<void> {
  if (!isOutdated(passwordHash)) return;
  const renewed = await hashPassword(password);
  await db()
    .update(users)
    .set({ passwordHash: renewed })
    .where(and(eq(users.id, id), eq(users.passwordHash, passwordHash)));
}

/**
 * Checks a ONE-key ID and password and opens a session. The login throttle counts each attempt for its ID,
 * known or not. A known device of the owner has its own throttle, so that strangers cannot make it wait.
 * @param deviceToken the token that an earlier sign-in left in the browser
 * @returns null for an unknown ID, a wrong password, and an account that is locked or closed; nobody can tell
 *   these apart
 * @throws MustWait, Refused 'tooManyFailures' before the password is checked, because the result would help a
 *   guesser
 */
export async function signIn(
  actor: Actor,
  oneKeyId: string,
  typedPassword: string,
  now: Date,
  deviceToken?: string,
): Promise<SignedIn | null> {
  const foldedId = foldOneKeyId(oneKeyId);
  const password = normalisePassword(typedPassword);
  const { user, isKnown } = await findLogin(foldedId, deviceToken);
  const strangers = throttleOf('password', foldedId);
  const throttle = isKnown ? throttleOf('password', foldedId, deviceToken) : strangers;
  if (!isKnown) await askIp(actor);
  const matches = await throttled(throttle, () => verifyPassword(user?.passwordHash, password)).catch(
    async (error) => {
      if (isKnown && isLastAttempt(error)) await forgetDevice(deviceToken);
      throw error;
    },
  );
  if (!user || !matches || user.lockedAt || user.closedAt) {
    await record(db(), actor, { action: 'sign in', subject: user?.id ?? 'unknown', outcome: 'refused' }, now);
    await countAgainstIp(actor);
    return null;
  }
  await renewHash(user, password);
  return db().transaction(async (tx) => {
    const sessionId = await startSession(tx, actor, user.id, now);
    await record(tx, actor, { action: 'sign in', subject: user.id }, now);
    await clearThrottles(tx, [throttle, strangers]);
    return { userId: user.id, sessionId, deviceToken: await knowDevice(tx, user.id, deviceToken, now) };
  });
}
