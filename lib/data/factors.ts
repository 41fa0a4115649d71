import { subDays, subMinutes } from 'date-fns';
import { and, count, eq, gt, gte, inArray } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { takeCode } from '@/lib/data/authenticators';
import { type Db, db, type Tx } from '@/lib/data/db';
import { type PasskeyAnswer, takePasskey } from '@/lib/data/passkey-answers';
import { takeRecoveryCode } from '@/lib/data/recovery-codes';
import { audit, sessions } from '@/lib/data/schema';
import { lockSecondSteps } from '@/lib/data/second-steps';
import { endSession, type PendingSession, renewSession } from '@/lib/data/sessions';
import type { Letter } from '@/lib/data/verified-emails';
import { tellOwner } from '@/lib/data/verified-emails';
import type { Actor, UserActor } from '@/lib/domain/access';

/** Giving a second factor: after the password at sign-in, and again before a sensitive act. */

export type Factor =
  | { kind: 'code'; code: string }
  /** `notice` tells the owner that one of the codes was used. */
  | { kind: 'recovery-code'; code: string; notice: Letter }
  | { kind: 'passkey'; answer: PasskeyAnswer };

/** The session in which it was given, under its new id; or why it did not count. */
export type Given = { userId: string; sessionId: string } | 'wrong' | 'too-many' | 'over';

const [atSignIn, again] = ['give second step', 'confirm identity'] as const;
const wrongPerSession = 5;
/**
 * Wrong codes of an account after which none counts for a while. Only who has the password, or a session, gets here,
 * so no stranger can hold the owner up; a passkey cannot be guessed and always counts.
 */
const wrongInQuarterHour = 10;
const wrongInDay = 50;

const refusedFor = (userId: string, ...actions: string[]) =>
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

async function takeFactor(tx: Db, userId: string, factor: Factor, now: Date): Promise<boolean> {
  if (factor.kind === 'code') return takeCode(tx, userId, factor.code, now);
  if (factor.kind === 'passkey') return (await takePasskey(tx, factor.answer, now, userId)) !== null;
  if (!(await takeRecoveryCode(tx, userId, factor.code, now))) return false;
  await tellOwner(tx, userId, { kind: 'account-changed', letter: factor.notice }, now);
  return true;
}

/** Tries of one account go one after another: what is refused is on record before the next is looked at. */
async function give(
  tx: Tx,
  actor: Actor,
  { userId, sessionId, action }: PendingSession & { action: string },
  factor: Factor,
  now: Date,
): Promise<Given> {
  await lockSecondSteps(tx, userId);
  const entry = { action, subject: userId, details: { by: factor.kind } };
  if (factor.kind !== 'passkey' && (await areTooMany(tx, userId, now))) return 'too-many';
  if (!(await takeFactor(tx, userId, factor, now))) {
    await record(tx, actor, { ...entry, outcome: 'refused' }, now);
    return 'wrong';
  }
  const renewed = await renewSession(tx, sessionId, 'factor', now);
  if (!renewed) return 'over';
  await record(tx, actor, entry, now);
  return { userId, sessionId: renewed };
}

/** Ends a session that waits for its second step once five were wrong since the password was given. @returns whether it did */
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
 * The second step of signing in. Right, it opens the session under a new id.
 * @param actor who asks, which is nobody yet
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

/** A factor given again by a signed-in person. The session goes on under a new id. */
export function confirmIdentity(actor: UserActor, factor: Factor, now: Date): Promise<Given> {
  const { userId, sessionId } = actor;
  return db().transaction((tx) => give(tx, actor, { userId, sessionId, action: again }, factor, now));
}
