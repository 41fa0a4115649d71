import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { anywhere } from '@/lib/data/db/like';
import { inOrder, type Page, pageOf, rowsPerPage } from '@/lib/data/db/page';
import { users } from '@/lib/data/db/schema/account';
import { isUuid } from '@/lib/data/db/uuid';
import { countOpenSessions } from '@/lib/data/sign-in/open-sessions';
import { endSessions } from '@/lib/data/sign-in/sessions';
import { type Actor, can, type Role, type SensitiveAct, type UserActor } from '@/lib/domain/access/access';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import type { Sort } from '@/lib/domain/sorting';

const line = {
  id: users.id,
  oneKeyId: users.oneKeyId,
  role: users.role,
  lockedAt: users.lockedAt,
  closedAt: users.closedAt,
  createdAt: users.createdAt,
};
export type UserLine = Pick<typeof users.$inferSelect, keyof typeof line>;

/** The columns by which administrators may order the list of people. */
export const USER_SORTS = ['oneKeyId', 'role', 'lock', 'since'] as const;
export type UserSort = Sort<(typeof USER_SORTS)[number]>;

const sortedBy = {
  oneKeyId: users.oneKeyIdFolded,
  role: users.role,
  lock: sql`coalesce(${users.closedAt}, ${users.lockedAt})`,
  since: users.createdAt,
};
const byId: UserSort = { by: 'oneKeyId', descending: false };

/**
 * Finds people by a part of their ONE-key ID, 20 a page; '' finds all.
 * @throws NotFound for anyone but administrators
 */
export async function searchUsers(
  actor: Actor,
  { oneKeyId, page: asked, sort = byId }: { oneKeyId: string; page: number; sort?: UserSort | undefined },
): Promise<Page<UserLine>> {
  if (!can(actor, 'manage-users')) throw new NotFound('users');
  const named = oneKeyId ? sql`${users.oneKeyIdFolded} like ${anywhere(foldOneKeyId(oneKeyId))}` : undefined;
  const total = await db().$count(users, named);
  const { page, pages, offset } = pageOf(asked, total);
  const rows = await db()
    .select(line)
    .from(users)
    .where(named)
    .orderBy(inOrder(sortedBy, sort), asc(users.oneKeyIdFolded))
    .limit(rowsPerPage)
    .offset(offset);
  return { rows, total, page, pages };
}

/** One person. @throws NotFound, also for anyone but administrators */
export async function getUser(actor: Actor, id: string): Promise<UserLine> {
  if (!can(actor, 'manage-users') || !isUuid(id)) throw new NotFound('user');
  const [user] = await db().select(line).from(users).where(eq(users.id, id));
  if (!user) throw new NotFound('user');
  return user;
}

/** The reason for the legal hold on a person's account; null without a hold. @throws NotFound as getUser */
export async function findLegalHold(actor: Actor, id: string): Promise<string | null> {
  await getUser(actor, id);
  const [user] = await db().select({ legalHold: users.legalHold }).from(users).where(eq(users.id, id));
  return user?.legalHold ?? null;
}

/** The number of the person's open sessions. @throws NotFound as getUser */
export async function countSessionsOf(
  actor: Actor,
  id: string,
  times: { now: Date; idleMs: number },
): Promise<number> {
  await getUser(actor, id);
  return countOpenSessions(db(), id, times);
}

/**
 * Finds the person to change and checks that the actor is still an administrator. Both rows stay locked until
 * the transaction ends, so that two administrators cannot demote each other at once.
 * @throws NotFound, ConfirmationNeeded, Refused 'ownAccount'
 */
export async function lockPerson(
  tx: Tx,
  actor: Actor,
  id: string,
  act: SensitiveAct,
  now: Date,
): Promise<{ person: UserLine; by: UserActor }> {
  if (actor.kind !== 'user' || !can(actor, 'manage-users') || !isUuid(id)) throw new NotFound('user');
  requireFactor(actor, act, now);
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

/**
 * Gives a person another role and ends their sessions.
 * @throws NotFound, ConfirmationNeeded, Refused 'ownAccount'
 */
export function setRole(actor: Actor, id: string, role: Role, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, id, 'set role', now);
    if (person.role === role) return;
    await tx.update(users).set({ role }).where(eq(users.id, id));
    await endSessions(tx, id, 'role', now);
    await record(tx, by, { action: 'set role', subject: id, details: { from: person.role, to: role } }, now);
  });
}

/** Locks a person out and ends their sessions, or lets them in again. @throws as setRole */
export function setLocked(actor: Actor, id: string, locked: boolean, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, id, 'lock user', now);
    if (locked === (person.lockedAt !== null)) return;
    await tx
      .update(users)
      .set({ lockedAt: locked ? now : null })
      .where(eq(users.id, id));
    if (locked) await endSessions(tx, id, 'lock', now);
    await record(tx, by, { action: locked ? 'lock user' : 'unlock user', subject: id }, now);
  });
}

/** Ends all sessions of a person, who may sign in again. @throws as setRole */
export function endSessionsOf(actor: Actor, id: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { by } = await lockPerson(tx, actor, id, 'end sessions of user', now);
    await endSessions(tx, id, 'staff', now);
    await record(tx, by, { action: 'end sessions of user', subject: id }, now);
  });
}

/**
 * Sets a legal hold on an account, or lifts it. While it lasts, the owner cannot delete the account or its
 * drafts. Only staff see the reason.
 * @throws as setRole
 */
export function setLegalHold(
  actor: Actor,
  id: string,
  { isHeld, reason }: { isHeld: boolean; reason: string },
  now: Date,
): Promise<void> {
  return db().transaction(async (tx) => {
    const { by } = await lockPerson(tx, actor, id, 'set legal hold', now);
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
