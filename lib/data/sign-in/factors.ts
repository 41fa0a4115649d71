import { subDays, subMinutes } from 'date-fns';
import { and, count, eq, gt, gte, inArray, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { sessions } from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { redeemCode } from '@/lib/data/sign-in/authenticators';
import { type PasskeyAnswer, redeemPasskey } from '@/lib/data/sign-in/passkeys';
import { redeemRecoveryCode } from '@/lib/data/sign-in/second-step-changes';
import { lockSecondSteps } from '@/lib/data/sign-in/second-steps';
import { endSession, type PendingSession, renewSession, startSession } from '@/lib/data/sign-in/sessions';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import type { AuditAction } from '@/lib/domain/access/audit';

/** A second factor is given after the password at sign-in, and again before a sensitive act. */

export type Factor =
  | { kind: 'code'; code: string }
  /** `notice` tells the owner that one of the codes was used. */
  | { kind: 'recovery-code'; code: string; notice: Letter }
  | { kind: 'passkey'; answer: PasskeyAnswer };

type RenewedSession = { userId: string; sessionId: string };
/** The session in which the factor was given, under its new id; or why the factor did not count. */
export type Given = RenewedSession | 'wrong' | 'too-many' | 'over';

const [atSignIn, again] = ['give second step', 'confirm identity'] as const;
const wrongPerSession = 5;
/**
 * After this many wrong codes for an account no code counts for a while. Only people with the password or a
 * session are asked for codes, so no stranger can make the owner wait. A passkey cannot be guessed and always
 * counts.
 */
const wrongInQuarterHour = 10;
const wrongInDay = 50;

const refusedFor = (userId: string, ...actions: AuditAction[]) =>
  and(eq(audit.subject, userId), inArray(audit.action, actions), eq(audit.outcome, 'refused'));

async function areTooMany(tx: Db, userId: string, now: Date): Promise<boolean> {
  const since = async (from: Date) => {
    const wrong = and(refusedFor(userId, atSignIn, again), gt(audit.at, from));
    const [row] = await tx.select({ wrong: count() }).from(audit).where(wrong);
    return row?.wrong ?? 0;
  };
  return (
    (await since(subMinutes(now, 15))) >= wrongInQuarterHour || (await since(subDays(now, 1))) >= wrongInDay
  );
}

async function redeemFactor(tx: Db, userId: string, factor: Factor, now: Date): Promise<boolean> {
  if (factor.kind === 'code') return redeemCode(tx, userId, factor.code, now);
  if (factor.kind === 'passkey') return (await redeemPasskey(tx, factor.answer, now, userId)) !== null;
  if (!(await redeemRecoveryCode(tx, userId, factor.code, now))) return false;
  await tellOwner(tx, userId, { kind: 'account-changed', letter: factor.notice }, now);
  return true;
}

/**
 * The lock makes attempts on one account wait for each other, so that each refusal is on record before the
 * next attempt.
 */
async function give(
  tx: Tx,
  actor: Actor,
  { userId, sessionId, action }: PendingSession & { action: AuditAction },
  factor: Factor,
  now: Date,
): Promise<Given> {
  await lockSecondSteps(tx, userId);
  const entry = { action, subject: userId, details: { by: factor.kind } };
  if (factor.kind !== 'passkey' && (await areTooMany(tx, userId, now))) return 'too-many';
  if (!(await redeemFactor(tx, userId, factor, now))) {
    await record(tx, actor, { ...entry, outcome: 'refused' }, now);
    return 'wrong';
  }
  const renewed = await renewSession(tx, sessionId, 'factor', now);
  if (!renewed) return 'over';
  await record(tx, actor, entry, now);
  return { userId, sessionId: renewed };
}

/**
 * Ends a session that awaits its second step, once five factors were wrong since the password was given.
 * @returns whether it did
 */
async function endAfterFive(tx: Db, { userId, sessionId }: PendingSession, now: Date): Promise<boolean> {
  const wrong = await tx
    .select({ entry: audit.entry })
    .from(audit)
    .innerJoin(sessions, and(eq(sessions.id, sessionId), gte(audit.at, sessions.createdAt)))
    .where(refusedFor(userId, atSignIn));
  if (wrong.length < wrongPerSession) return false;
  await endSession(tx, sessionId, 'second-step', now);
  return true;
}

/**
 * The second step of signing in. A right factor opens the session under a new id.
 * @param actor the visitor, who is not signed in yet
 */
export function giveSecondStep(
  actor: Actor,
  pending: PendingSession,
  factor: Factor,
  now: Date,
): Promise<Given> {
  return db().transaction(async (tx) => {
    const given = await give(tx, actor, { ...pending, action: atSignIn }, factor, now);
    return given === 'wrong' && (await endAfterFive(tx, pending, now)) ? 'over' : given;
  });
}

/** A signed-in person gives a factor again. The session goes on under a new id. */
export function confirmIdentity(actor: UserActor, factor: Factor, now: Date): Promise<Given> {
  const { userId, sessionId } = actor;
  return db().transaction((tx) => give(tx, actor, { userId, sessionId, action: again }, factor, now));
}

/**
 * Signs in by a passkey alone, which is both factors at once.
 * @returns null for an unknown passkey, and for an account that is locked or closed
 */
export function signInByPasskey(
  actor: Actor,
  answer: PasskeyAnswer,
  now: Date,
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
    return { userId: user.id, sessionId: await startSession(tx, actor, user.id, now, 'passkey') };
  });
}
