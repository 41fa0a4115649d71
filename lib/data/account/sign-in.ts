import { and, eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { hashPassword, isOutdated, verifyPassword } from '@/lib/data/secrets/secrets';
import { crowdOf } from '@/lib/data/sign-in/crowd';
import { askIp, countAgainstIp } from '@/lib/data/sign-in/ip-failures';
import { forgetDevice, isDevice, knowDevice } from '@/lib/data/sign-in/known-devices';
import {
  clearThrottles,
  isLastAttempt,
  ownersThrottle,
  slowThrottle,
  throttled,
} from '@/lib/data/sign-in/login-throttle';
import { hasSecondStep } from '@/lib/data/sign-in/second-steps';
import { startSession } from '@/lib/data/sign-in/sessions';
import type { Actor } from '@/lib/domain/access/access';
import { normalisePassword } from '@/lib/domain/account/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { networksOf } from '@/lib/domain/sign-in/ip';
import { FREE_IN_CROWD } from '@/lib/domain/sign-in/login-throttle';

/** `deviceToken` is undefined until the second step is given, where there is one. */
export type SignedIn = { userId: string; sessionId: string; deviceToken: string | undefined };

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
 * The throttles of an attempt at a password: the one that counts it, and that of the visitor's network. The
 * present hash is part of their names, so that a new password begins all counts anew.
 */
function throttlesOf(
  { foldedId, user }: { foldedId: string; user: typeof users.$inferSelect | undefined },
  knownDevice: string | undefined,
  { actor, now }: { actor: Actor; now: Date },
) {
  const of = JSON.stringify([foldedId, user?.passwordHash]);
  const crowd = crowdOf(
    { secret: 'password', of, free: FREE_IN_CROWD.password },
    { actor, userId: user?.id, now },
  );
  const network = slowThrottle('password', of, networksOf(actor)[0] ?? '', crowd);
  return { throttle: knownDevice ? ownersThrottle('password', of, knownDevice) : network, network };
}

/**
 * Checks a ONE-key ID and password and opens a session. The login throttle counts each attempt for its ID,
 * known or not, by the visitor's network. A known device of the owner has its own throttle, so that strangers
 * cannot make it wait. It becomes known once the whole sign-in is done: whoever knows the password alone gets
 * no count of their own at the second step.
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
  const known = isKnown ? deviceToken : undefined;
  const { throttle, network } = throttlesOf({ foldedId, user }, known, { actor, now });
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
    await clearThrottles(tx, [throttle, network]);
    const isWhole = isKnown || !(await hasSecondStep(tx, user.id));
    const token = isWhole ? await knowDevice(tx, user.id, deviceToken, now) : undefined;
    return { userId: user.id, sessionId, deviceToken: token };
  });
}
