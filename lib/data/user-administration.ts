import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { anywhere } from '@/lib/data/filing-search';
import { countOpenSessions } from '@/lib/data/open-sessions';
import { type Page, pageOf, rowsPerPage } from '@/lib/data/page';
import { users } from '@/lib/data/schema';
import { endSessions } from '@/lib/data/sessions';
import { isUuid } from '@/lib/data/uuid';
import { type Actor, can, type Role, type UserActor } from '@/lib/domain/access';
import { foldOneKeyId } from '@/lib/domain/account';

const line = {
  id: users.id,
  oneKeyId: users.oneKeyId,
  role: users.role,
  lockedAt: users.lockedAt,
  closedAt: users.closedAt,
  createdAt: users.createdAt,
};
export type UserLine = Pick<typeof users.$inferSelect, keyof typeof line>;

/** People by a part of their ONE-key ID, 20 a page; nothing typed finds all. @throws NotFound for all but administrators */
export async function searchUsers(
  actor: Actor,
  { typed, page: asked }: { typed: string; page: number },
): Promise<Page<UserLine>> {
  if (!can(actor, 'manage-users')) throw new NotFound('users');
  const named = typed ? sql`${users.oneKeyIdFolded} like ${anywhere(foldOneKeyId(typed))}` : undefined;
  const total = await db().$count(users, named);
  const { page, pages, offset } = pageOf(asked, total);
  const rows = await db()
    .select(line)
    .from(users)
    .where(named)
    .orderBy(asc(users.oneKeyIdFolded))
    .limit(rowsPerPage)
    .offset(offset);
  return { rows, total, page, pages };
}

/** One person. @throws NotFound, also for all but administrators */
export async function getUser(actor: Actor, id: string): Promise<UserLine> {
  if (!can(actor, 'manage-users') || !isUuid(id)) throw new NotFound('user');
  const [user] = await db().select(line).from(users).where(eq(users.id, id));
  if (!user) throw new NotFound('user');
  return user;
}

/** Why nothing of the person's account may be deleted, or null where no legal hold stands. @throws NotFound as getUser */
export async function findLegalHold(actor: Actor, id: string): Promise<string | null> {
  await getUser(actor, id);
  const [user] = await db().select({ legalHold: users.legalHold }).from(users).where(eq(users.id, id));
  return user?.legalHold ?? null;
}

/** How many sessions of the person are open. @throws NotFound as getUser */
export async function countSessionsOf(
  actor: Actor,
  id: string,
  times: { now: Date; idleMs: number },
): Promise<number> {
  await getUser(actor, id);
  return countOpenSessions(db(), id, times);
}

/**
 * The person to change, while the actor is still an administrator: both rows stay locked until the transaction ends,
 * so that two administrators cannot demote each other at once.
 */
async function lockPerson(tx: Tx, actor: Actor, id: string): Promise<{ person: UserLine; by: UserActor }> {
  if (actor.kind !== 'user' || !can(actor, 'manage-users') || !isUuid(id)) throw new NotFound('user');
  const both = await tx
    .select(line)
    .from(users)
    .where(inArray(users.id, [actor.userId, id]))
    .orderBy(asc(users.id))
    .for('update');
  const person = both.find((row) => row.id === id);
  const self = both.find((row) => row.id === actor.userId);
  if (!person || self?.role !== 'administrator' || self.lockedAt) throw new NotFound('user');
  if (person.id === actor.userId) throw new Refused('ownAccount');
  return { person, by: actor };
}

/** Gives a person another role and ends their sessions. @throws NotFound, Refused 'ownAccount' */
export function setRole(actor: Actor, id: string, role: Role, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, id);
    if (person.role === role) return;
    await tx.update(users).set({ role }).where(eq(users.id, id));
    await endSessions(tx, id, 'role', now);
    await record(tx, by, { action: 'set role', subject: id, details: { from: person.role, to: role } }, now);
  });
}

/** Locks a person out, ending their sessions, or lets them in again. @throws NotFound, Refused 'ownAccount' */
export function setLocked(actor: Actor, id: string, locked: boolean, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, id);
    if (locked === (person.lockedAt !== null)) return;
    await tx
      .update(users)
      .set({ lockedAt: locked ? now : null })
      .where(eq(users.id, id));
    if (locked) await endSessions(tx, id, 'lock', now);
    await record(tx, by, { action: locked ? 'lock user' : 'unlock user', subject: id }, now);
  });
}

/** Ends all sessions of a person, who may sign in again. @throws NotFound, Refused 'ownAccount' */
export function endSessionsOf(actor: Actor, id: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { by } = await lockPerson(tx, actor, id);
    await endSessions(tx, id, 'staff', now);
    await record(tx, by, { action: 'end sessions of user', subject: id }, now);
  });
}

/**
 * Sets a legal hold on an account, or lifts it: while it stands neither the account nor its drafts can be deleted by
 * their owner. The reason is for staff alone.
 * @throws NotFound, Refused 'ownAccount'
 */
export function setLegalHold(
  actor: Actor,
  id: string,
  { isHeld, reason }: { isHeld: boolean; reason: string },
  now: Date,
): Promise<void> {
  return db().transaction(async (tx) => {
    const { by } = await lockPerson(tx, actor, id);
    const [changed] = await tx
      .update(users)
      .set({ legalHold: isHeld ? reason : null })
      .where(and(eq(users.id, id), isHeld ? isNull(users.legalHold) : isNotNull(users.legalHold)))
      .returning({ id: users.id });
    if (!changed) return;
    const action = isHeld ? 'set legal hold' : 'lift legal hold';
    await record(tx, by, { action, subject: id, details: { reason } }, now);
  });
}
