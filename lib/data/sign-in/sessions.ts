import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { hasSecondStep } from '@/lib/data/sign-in/second-steps';
import type { Actor, Role, UserActor } from '@/lib/domain/access/access';
import { type SessionEnd, sessionEnd, touchEveryMs } from '@/lib/domain/sign-in/session-end';

export type EndReason = NonNullable<typeof sessions.$inferSelect.endReason>;
/** A session in which the password was right and the second step is still missing. */
export type PendingSession = { userId: string; sessionId: string };
type FoundSession =
  | { state: 'open'; actor: UserActor; end: SessionEnd }
  | { state: 'second-step'; pending: PendingSession; role: Role }
  | { state: 'none' }
  | { state: 'expired'; role: Role };

/**
 * Starts a session for a person whose password was just checked, on the device of `actor`. If the account has
 * a second step, the session opens nothing before that step is given. A passkey counts as both at once.
 * @returns the session's id, which the cookie carries
 */
export async function startSession(
  tx: Db,
  actor: Actor,
  userId: string,
  now: Date,
  by: 'password' | 'passkey' = 'password',
): Promise<string> {
  const from = actor.kind === 'anonymous' ? { ip: actor.ip, device: actor.device } : {};
  const given =
    by === 'passkey'
      ? { confirmedAt: now }
      : { passwordAt: now, secondStepDue: await hasSecondStep(tx, userId) };
  const values = { userId, createdAt: now, lastActiveAt: now, ...given, ...from };
  const [row] = await tx.insert(sessions).values(values).returning();
  if (!row) throw new Error('the session was not stored');
  return row.id;
}

/**
 * Reads a session from its row, and ends it if `idleMs` have passed without activity or its twelve hours are
 * over.
 * @param touch whether this request is an act of the person (not a prefetch)
 */
export async function findSession(
  sessionId: string,
  { now, idleMs, touch }: { now: Date; idleMs: number; touch: boolean },
): Promise<FoundSession> {
  const [row] = await db()
    .select({ session: sessions, role: users.role, lockedAt: users.lockedAt, closedAt: users.closedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId));
  if (!row) return { state: 'none' };
  const { session, role, lockedAt, closedAt } = row;
  if (lockedAt || closedAt) return { state: 'none' };
  if (session.endedAt) {
    return session.endReason === 'idle' || session.endReason === 'limit'
      ? { state: 'expired', role }
      : { state: 'none' };
  }
  const { endsInMs, why } = sessionEnd(session, { now, idleMs });
  if (endsInMs < 0) {
    await endSession(db(), sessionId, why, now);
    return { state: 'expired', role };
  }
  const isTouched = touch && now.getTime() - session.lastActiveAt.getTime() >= touchEveryMs(idleMs);
  if (isTouched) await touchSession(sessionId, now);
  const { userId } = session;
  if (session.secondStepDue) return { state: 'second-step', pending: { userId, sessionId }, role };
  const given = {
    confirmedAt: session.confirmedAt ?? undefined,
    passwordAt: session.passwordAt ?? undefined,
  };
  const lastActiveAt = isTouched ? now : session.lastActiveAt;
  const end = sessionEnd({ ...session, lastActiveAt }, { now, idleMs });
  return { state: 'open', actor: { kind: 'user', userId, role, sessionId, ...given }, end };
}

/**
 * Renews a session under another id, because its person has proved more than before. The old id, which
 * somebody may have seen, no longer opens anything. The twelve hours of the session run on.
 * @param given the factor that was proved at `now`
 * @returns the new id; null if the session had ended
 */
export async function renewSession(
  tx: Db,
  sessionId: string,
  given: 'password' | 'factor',
  now: Date,
): Promise<string | null> {
  const [old] = await tx
    .update(sessions)
    .set({ endedAt: now, endReason: 'renewed' })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning();
  if (!old) return null;
  const { userId, createdAt, device, ip, confirmedAt, passwordAt } = old;
  const proved = given === 'factor' ? { confirmedAt: now } : { passwordAt: now };
  const values = { userId, createdAt, device, ip, confirmedAt, passwordAt, lastActiveAt: now, ...proved };
  const [row] = await tx.insert(sessions).values(values).returning({ id: sessions.id });
  return row?.id ?? null;
}

/** A transaction with this statement commits without waiting for the disk. */
const unhurried = sql`(select set_config('synchronous_commit', 'off', true)) as unhurried`;

/**
 * Sets the time of the last activity. Every request does this, so it must be cheap: a crash of the database
 * may lose the last second.
 */
async function touchSession(sessionId: string, now: Date): Promise<void> {
  await db()
    .update(sessions)
    .set({ lastActiveAt: now })
    .from(unhurried)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

export async function endSession(tx: Db, sessionId: string, endReason: EndReason, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, endReason })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)));
}

/** Ends every session of a person, except `except` if given. */
export async function endSessions(
  tx: Db,
  userId: string,
  endReason: EndReason,
  now: Date,
  except?: string,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now, endReason })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.endedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    );
}

/** Ends the actor's own session. */
export async function signOut(actor: Actor, now: Date): Promise<void> {
  if (actor.kind !== 'user') return;
  await db().transaction(async (tx) => {
    await endSession(tx, actor.sessionId, 'sign-out', now);
    await record(tx, actor, { action: 'sign out', subject: actor.userId }, now);
  });
}
