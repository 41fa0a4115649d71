import { and, eq, isNull } from 'drizzle-orm';
import { MustWait } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { countedKey, limiter } from '@/lib/data/secrets/limiter';
import { redeemCode } from '@/lib/data/sign-in/authenticators';
import { knowDevice, knownToken } from '@/lib/data/sign-in/known-devices';
import { clearThrottles, slowThrottle, throttled } from '@/lib/data/sign-in/login-throttle';
import { type PasskeyAnswer, redeemPasskey } from '@/lib/data/sign-in/passkeys';
import { redeemRecoveryCode } from '@/lib/data/sign-in/second-step-changes';
import { lockSecondSteps } from '@/lib/data/sign-in/second-steps';
import { endSession, type PendingSession, renewSession, startSession } from '@/lib/data/sign-in/sessions';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import type { AuditAction } from '@/lib/domain/access/audit';
import { SESSION_LIMIT_MS } from '@/lib/domain/sign-in/session-end';
import { measure } from '@/lib/measure';

/**
 * A second factor is given after the password at sign-in, and again before a sensitive act. Only the six digits of
 * an app can be guessed, so only they are throttled: passkeys and recovery codes always count.
 */

export type Factor =
  | { kind: 'code'; code: string }
  /** `notice` tells the owner that one of the codes was used. */
  | { kind: 'recovery-code'; code: string; notice: Letter }
  | { kind: 'passkey'; answer: PasskeyAnswer };

/** The session in which a factor was given. `deviceToken` is set where the browser became a known device by it. */
type RenewedSession = { userId: string; sessionId: string; deviceToken?: string };
/** The session under its new id; or why the factor did not count. */
export type Given = RenewedSession | 'wrong' | 'over';

const [atSignIn, again] = ['give second step', 'confirm identity'] as const;
/** The wrong factors after which a session that awaits its second step ends. */
const wrongPerSession = 5;
const wrongInSession = () =>
  limiter('second-step', { points: wrongPerSession, duration: SESSION_LIMIT_MS / 1000 });

async function redeemFactor(tx: Tx, userId: string, factor: Factor, now: Date): Promise<boolean> {
  if (factor.kind === 'code') return redeemCode(tx, userId, factor.code, now);
  if (factor.kind === 'passkey') return (await redeemPasskey(tx, factor.answer, now, userId)) !== null;
  if (!(await redeemRecoveryCode(tx, userId, factor.code, now))) return false;
  await tellOwner(tx, userId, { kind: 'account-changed', letter: factor.notice }, now);
  return true;
}

/** Redeems the factor and renews the session. The lock keeps the account's second steps as they are meanwhile. */
async function give(
  tx: Tx,
  actor: Actor,
  { userId, sessionId, action }: PendingSession & { action: AuditAction },
  factor: Factor,
  now: Date,
): Promise<Given> {
  await lockSecondSteps(tx, userId);
  const entry = { action, subject: userId, details: { by: factor.kind } };
  if (!(await redeemFactor(tx, userId, factor, now))) {
    await record(tx, actor, { ...entry, outcome: 'refused' }, now);
    if (action === atSignIn) measure('refusedSignIn', 1, { step: 'second-step', reason: 'wrong' });
    return 'wrong';
  }
  const renewed = await renewSession(tx, sessionId, 'factor', now);
  if (!renewed) return 'over';
  await record(tx, actor, entry, now);
  return { userId, sessionId: renewed };
}

/**
 * Makes one attempt at the account's second step, counted where a code can be guessed.
 * @param place the known device or the session that has a count of its own; '' for all others of the account
 *   together, who all know the password
 * @throws MustWait 'tooManyCodes'
 */
async function counted(
  { userId, factor, place }: { userId: string; factor: Factor; place: string },
  attempt: () => Promise<Given>,
): Promise<Given> {
  if (factor.kind !== 'code') return attempt();
  const throttle = slowThrottle('code', userId, place);
  const given = await throttled(throttle, attempt).catch((error) => {
    throw error instanceof MustWait ? new MustWait(error.seconds, 'tooManyCodes') : error;
  });
  if (typeof given === 'object') await clearThrottles(db(), [throttle]);
  return given;
}

/**
 * Ends a session that awaits its second step, once five factors were wrong in it.
 * @returns whether it did
 */
async function endAfterFive({ sessionId }: PendingSession, now: Date): Promise<boolean> {
  const { consumedPoints } = await wrongInSession().penalty(countedKey('second step', sessionId));
  if (consumedPoints < wrongPerSession) return false;
  await endSession(db(), sessionId, 'second-step', now);
  return true;
}

/**
 * The second step of signing in. A right factor opens the session under a new id, and makes the browser a known
 * device.
 * @param actor the visitor, who is not signed in yet
 * @param deviceToken the browser's
 * @throws MustWait 'tooManyCodes'
 */
export async function giveSecondStep(
  actor: Actor,
  pending: PendingSession,
  factor: Factor,
  now: Date,
  deviceToken?: string,
): Promise<Given> {
  const { userId } = pending;
  const place = (await knownToken({ userId }, deviceToken)) ?? '';
  const given = await counted({ userId, factor, place }, () =>
    db().transaction(async (tx) => {
      const renewed = await give(tx, actor, { ...pending, action: atSignIn }, factor, now);
      if (typeof renewed === 'string') return renewed;
      return { ...renewed, deviceToken: await knowDevice(tx, userId, deviceToken, now) };
    }),
  );
  return given === 'wrong' && (await endAfterFive(pending, now)) ? 'over' : given;
}

/**
 * A signed-in person gives a factor again. The session goes on under a new id. Each session has a count of its own,
 * so that the thief of one cannot make the owner wait in another.
 * @throws MustWait 'tooManyCodes'
 */
export function confirmIdentity(actor: UserActor, factor: Factor, now: Date): Promise<Given> {
  const { userId, sessionId } = actor;
  return counted({ userId, factor, place: sessionId }, () =>
    db().transaction((tx) => give(tx, actor, { userId, sessionId, action: again }, factor, now)),
  );
}

/**
 * Signs in by a passkey alone, which is both factors at once. The browser becomes a known device.
 * @returns null for an unknown passkey, and for an account that is locked or closed
 */
export function signInByPasskey(
  actor: Actor,
  answer: PasskeyAnswer,
  now: Date,
  deviceToken?: string,
): Promise<RenewedSession | null> {
  return db().transaction(async (tx) => {
    const userId = await redeemPasskey(tx, answer, now);
    const [user] = userId
      ? await tx
          .select({ id: users.id })
          .from(users)
          .where(and(eq(users.id, userId), isNull(users.lockedAt), isNull(users.closedAt)))
      : [];
    const entry = { action: 'sign in', subject: userId ?? 'unknown', details: { by: 'passkey' } } as const;
    await record(tx, actor, { ...entry, outcome: user ? 'done' : 'refused' }, now);
    if (!user) return null;
    const sessionId = await startSession(tx, actor, user.id, now, 'passkey');
    return { userId: user.id, sessionId, deviceToken: await knowDevice(tx, user.id, deviceToken, now) };
  });
}
