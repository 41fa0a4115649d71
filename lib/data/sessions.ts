import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { type Db, db } from '@/lib/data/db';
import { sessions, users } from '@/lib/data/schema';
import type { Actor, Role, UserActor } from '@/lib/domain/access';

/** Twelve hours after signing in a session ends whatever is done (NIST SP 800-63B-4). */
const limitMs = 12 * 60 * 60 * 1000;

export type EndReason = NonNullable<typeof sessions.$inferSelect.endReason>;
type Found = { state: 'open'; actor: UserActor } | { state: 'none' } | { state: 'expired'; role: Role };

/**
 * Opens a session for a person whose password was just checked, on the device of `actor`.
 * @returns its id, which the cookie carries
 */
export async function startSession(tx: Db, actor: Actor, userId: string, now: Date): Promise<string> {
  const from = actor.kind === 'anonymous' ? { ip: actor.ip, device: actor.device } : {};
  const values = { userId, createdAt: now, lastActiveAt: now, ...from };
  const [row] = await tx.insert(sessions).values(values).returning();
  if (!row) throw new Error('the session was not stored');
  return row.id;
}

/**
 * Reads a session from its row, and ends it when `idleMs` have passed without activity or its twelve hours are over.
 * @param touch whether this request is something the person did (not a prefetch)
 */
export async function findSession(
  sessionId: string,
  { now, idleMs, touch }: { now: Date; idleMs: number; touch: boolean },
): Promise<Found> {
  const [row] = await db()
    .select({ session: sessions, role: users.role, lockedAt: users.lockedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, sessionId));
  if (!row) return { state: 'none' };
  const { session, role, lockedAt } = row;
  if (lockedAt) return { state: 'none' };
  if (session.endedAt) {
    return session.endReason === 'idle' || session.endReason === 'limit'
      ? { state: 'expired', role }
      : { state: 'none' };
  }
  const idle = now.getTime() - session.lastActiveAt.getTime() > idleMs;
  if (idle || now.getTime() - session.createdAt.getTime() > limitMs) {
    await endSession(db(), sessionId, idle ? 'idle' : 'limit', now);
    return { state: 'expired', role };
  }
  if (touch) await touchSession(sessionId, now);
  const confirmedAt = session.confirmedAt ?? undefined;
  return { state: 'open', actor: { kind: 'user', userId: session.userId, role, sessionId, confirmedAt } };
}

/** In the statement that has it, the commit does not wait for the disk. */
const unhurried = sql`(select set_config('synchronous_commit', 'off', true)) as unhurried`;

/** Moves the moment of the last activity: on every request, so it costs little. A crash of the database may forget the last second. */
export async function touchSession(sessionId: string, now: Date): Promise<void> {
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

/** Ends every session of a person, but for `except` where one is given. */
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
