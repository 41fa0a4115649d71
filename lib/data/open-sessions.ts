import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { type Db, db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { sessions } from '@/lib/data/schema';
import { endSession, endSessions } from '@/lib/data/sessions';
import { isUuid } from '@/lib/data/uuid';
import type { Actor, UserActor } from '@/lib/domain/access';
import { SESSION_LIMIT_MS } from '@/lib/domain/session-end';

/** Where a person is signed in, for its owner to look at and to end. */

/** `device` is browser and system in words, '' where they are not known; `isThis` marks the session that asks. */
export type OpenSession = {
  id: string;
  device: string;
  ip: string | null;
  createdAt: Date;
  lastActiveAt: Date;
  isThis: boolean;
};

type Times = { now: Date; idleMs: number };

/** Sessions that neither were ended nor ran out; one that still waits for its second step opens nothing. */
function openOf(userId: string, { now, idleMs }: Times) {
  return and(
    eq(sessions.userId, userId),
    isNull(sessions.endedAt),
    eq(sessions.secondStepDue, false),
    gt(sessions.lastActiveAt, new Date(now.getTime() - idleMs)),
    gt(sessions.createdAt, new Date(now.getTime() - SESSION_LIMIT_MS)),
  );
}

/** The actor's own open sessions, the last used first. `idleMs` is how long a session lasts without activity. */
export async function listOpenSessions(actor: UserActor, times: Times): Promise<OpenSession[]> {
  const { id, device, ip, createdAt, lastActiveAt } = sessions;
  const rows = await db()
    .select({ id, device, ip, createdAt, lastActiveAt })
    .from(sessions)
    .where(openOf(actor.userId, times))
    .orderBy(desc(lastActiveAt), desc(createdAt));
  return rows.map((row) => ({ ...row, isThis: row.id === actor.sessionId }));
}

/** How many sessions of a person are open, for a caller who may know. */
export function countOpenSessions(tx: Db, userId: string, times: Times): Promise<number> {
  return tx.$count(sessions, openOf(userId, times));
}

/** Ends one session of the actor's; one that has ended already is no error. @throws NotFound for another person's */
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

/** Ends every session of the actor's but the one that asks. */
export async function endOtherSessions(actor: UserActor, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    await endSessions(tx, actor.userId, 'owner', now, actor.sessionId);
    await record(tx, actor, { action: 'end other sessions', subject: actor.userId }, now);
  });
}

/** Whose session this is or was, ended or not; null for an id that was never given. */
export async function ownerOfSession(actor: Actor, sessionId: string): Promise<string | null> {
  if (actor.kind !== 'system' || !isUuid(sessionId)) return null;
  const [row] = await db()
    .select({ userId: sessions.userId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.userId ?? null;
}
