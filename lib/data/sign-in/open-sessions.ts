import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { isUuid } from '@/lib/data/db/uuid';
import { endSession, endSessions } from '@/lib/data/sign-in/sessions';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { SESSION_LIMIT_MS } from '@/lib/domain/sign-in/session-end';

/** The open sessions of a person. The person can list and end them. */

/** `device` is browser and system in words, '' if unknown. `isThis` marks the session that asks. */
export type OpenSession = {
  id: string;
  device: string;
  ip: string | null;
  createdAt: Date;
  lastActiveAt: Date;
  isThis: boolean;
};

/** `idleMs` is how long a session lasts without activity. */
export type Times = { now: Date; idleMs: number };

/** Condition: the session is open. A session that awaits its second step is not. */
function openOf(userId: string, { now, idleMs }: Times) {
  return and(
    eq(sessions.userId, userId),
    isNull(sessions.endedAt),
    eq(sessions.secondStepDue, false),
    gt(sessions.lastActiveAt, new Date(now.getTime() - idleMs)),
    gt(sessions.createdAt, new Date(now.getTime() - SESSION_LIMIT_MS)),
  );
}

/**
 * A person's open sessions, the last used first. The caller has made sure that the actor may know them.
 * @param asking the session that asks
 */
export async function listSessions(userId: string, times: Times, asking = ''): Promise<OpenSession[]> {
  const { id, device, ip, createdAt, lastActiveAt } = sessions;
  const rows = await db()
    .select({ id, device, ip, createdAt, lastActiveAt })
    .from(sessions)
    .where(openOf(userId, times))
    .orderBy(desc(lastActiveAt), desc(createdAt));
  return rows.map((row) => ({ ...row, isThis: row.id === asking }));
}

/** The actor's own open sessions, as `listSessions`. */
export const listOpenSessions = (actor: UserActor, times: Times): Promise<OpenSession[]> =>
  listSessions(actor.userId, times, actor.sessionId);

/**
 * Ends a session of the actor's. A session that has already ended is no error.
 * @throws NotFound for another person's
 */
export async function endOwnSession(actor: UserActor, sessionId: string, now: Date): Promise<void> {
  if (!isUuid(sessionId)) throw new NotFound('session');
  await db().transaction(async (tx) => {
    const [found] = await tx
      .select({ endedAt: sessions.endedAt })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, actor.userId)))
      .for('update');
    if (!found) throw new NotFound('session');
    if (found.endedAt) return;
    await endSession(tx, sessionId, 'owner', now);
    await record(tx, actor, { action: 'end session', subject: actor.userId }, now);
  });
}

/** Ends all sessions of the actor except the one that asks. */
export async function endOtherSessions(actor: UserActor, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    await endSessions(tx, actor.userId, 'owner', now, actor.sessionId);
    await record(tx, actor, { action: 'end other sessions', subject: actor.userId }, now);
  });
}

/** The person to whom the session belongs or belonged, ended or not; null for an id that was never issued. */
export async function ownerOfSession(actor: Actor, sessionId: string): Promise<string | null> {
  if (actor.kind !== 'system' || !isUuid(sessionId)) return null;
  const [row] = await db()
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.userId ?? null;
}
