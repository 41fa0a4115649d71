import { and, eq, isNull } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { getUser, lockPerson } from '@/lib/data/account/user-administration';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { isUuid } from '@/lib/data/db/uuid';
import { listSessions, type OpenSession, type Times } from '@/lib/data/sign-in/open-sessions';
import { endSession, endSessions } from '@/lib/data/sign-in/sessions';
import type { Actor } from '@/lib/domain/access/access';

/** A person's open sessions, for administrators. */

/** The last used first. @throws NotFound for anyone but administrators */
export async function listSessionsOf(actor: Actor, id: string, times: Times): Promise<OpenSession[]> {
  await getUser(actor, id);
  return listSessions(id, times);
}

/** Ends all sessions of a person, who may sign in again. @throws NotFound, ConfirmationNeeded, Refused 'ownAccount' */
export function endSessionsOf(actor: Actor, id: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { by } = await lockPerson(tx, actor, id, 'end sessions of user', now);
    await endSessions(tx, id, 'staff', now);
    await record(tx, by, { action: 'end sessions of user', subject: id }, now);
  });
}

/** Ends one of a person's sessions. One that has ended is no error. @throws as endSessionsOf */
export function endSessionOf(actor: Actor, id: string, sessionId: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { by } = await lockPerson(tx, actor, id, 'end sessions of user', now);
    if (!isUuid(sessionId)) throw new NotFound('session');
    const theirs = and(eq(sessions.id, sessionId), eq(sessions.userId, id));
    if ((await tx.$count(sessions, theirs)) === 0) throw new NotFound('session');
    if ((await tx.$count(sessions, and(theirs, isNull(sessions.endedAt)))) === 0) return;
    await endSession(tx, sessionId, 'staff', now);
    await record(tx, by, { action: 'end session of user', subject: id }, now);
  });
}
