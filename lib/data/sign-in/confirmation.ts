import { eq } from 'drizzle-orm';
import { ConfirmationNeeded, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { verifyPassword } from '@/lib/data/secrets/secrets';
import { clearThrottles, ownersThrottle, throttled } from '@/lib/data/sign-in/login-throttle';
import { hasSecondStep } from '@/lib/data/sign-in/second-steps';
import { renewSession } from '@/lib/data/sign-in/sessions';
import { isRecent, type UserActor } from '@/lib/domain/access/access';
import { normalisePassword } from '@/lib/domain/account/account';

/**
 * Whether the actor has shown in the last ten minutes that the account is theirs. An account without a second
 * step requires the password instead.
 */
export async function isOwnerConfirmed(actor: UserActor, now: Date): Promise<boolean> {
  const given = (await hasSecondStep(db(), actor.userId)) ? actor.confirmedAt : actor.passwordAt;
  return isRecent(given, now);
}

/** Guards changes to the second steps. @throws ConfirmationNeeded */
export async function requireOwner(actor: UserActor, now: Date): Promise<void> {
  if (!(await isOwnerConfirmed(actor, now))) throw new ConfirmationNeeded('change second step');
}

/**
 * Checks the password again before an act that cannot be undone. Failures are counted for each session, so
 * that the thief of a session cannot go on guessing.
 * @throws Refused 'currentPasswordWrong', MustWait
 */
export async function askPassword(actor: UserActor, currentPassword: string, now: Date): Promise<void> {
  const [user] = await db()
    .select({ hash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.userId));
  const throttle = ownersThrottle('current password', actor.userId, actor.sessionId);
  if (await throttled(throttle, () => verifyPassword(user?.hash, normalisePassword(currentPassword)))) {
    return clearThrottles(db(), [throttle]);
  }
  const entry = { action: 'confirm password', subject: actor.userId, outcome: 'refused' } as const;
  await record(db(), actor, entry, now);
  throw new Refused('currentPasswordWrong');
}

/**
 * Confirms the actor by their password, for an account without a second step. The session goes on under a new
 * id.
 * @throws Refused 'currentPasswordWrong', 'giveSecondStep', 'sessionOver'
 */
export async function confirmByPassword(
  actor: UserActor,
  password: string,
  now: Date,
): Promise<{ userId: string; sessionId: string }> {
  await askPassword(actor, password, now);
  return db().transaction(async (tx) => {
    if (await hasSecondStep(tx, actor.userId)) throw new Refused('giveSecondStep');
    const sessionId = await renewSession(tx, actor.sessionId, 'password', now);
    if (!sessionId) throw new Refused('sessionOver');
    await record(tx, actor, { action: 'confirm identity', subject: actor.userId }, now);
    return { userId: actor.userId, sessionId };
  });
}
