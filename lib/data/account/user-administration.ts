import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { isUuid } from '@/lib/data/db/uuid';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { endSessions } from '@/lib/data/sign-in/sessions';
import {
  type Actor,
  can,
  isStaffRole,
  type Role,
  type SensitiveAct,
  type UserActor,
} from '@/lib/domain/access/access';
import type { Contact } from '@/lib/domain/contact/contact';

/** What a line of the list and the page of a person tell. */
export const userColumns = {
  id: users.id,
  oneKeyId: users.oneKeyId,
  role: users.role,
  lockedAt: users.lockedAt,
  lockedReason: users.lockedReason,
  closedAt: users.closedAt,
  createdAt: users.createdAt,
};
export type UserLine = Pick<typeof users.$inferSelect, keyof typeof userColumns>;

/** One person. @throws NotFound, also for anyone but administrators */
export async function getUser(actor: Actor, id: string): Promise<UserLine> {
  if (!can(actor, 'manage-users') || !isUuid(id)) throw new NotFound('user');
  const [user] = await db().select(userColumns).from(users).where(eq(users.id, id));
  if (!user) throw new NotFound('user');
  return user;
}

/** The reason for the legal hold on a person's account; null without a hold. @throws NotFound as getUser */
export async function findLegalHold(actor: Actor, id: string): Promise<string | null> {
  await getUser(actor, id);
  const [user] = await db().select({ legalHold: users.legalHold }).from(users).where(eq(users.id, id));
  return user?.legalHold ?? null;
}

/** A person's contact information and address for recovery; null for what they never gave. @throws NotFound as getUser */
export async function findContactOf(
  actor: Actor,
  id: string,
): Promise<{ contact: Contact | null; recoveryEmail: string | null }> {
  await getUser(actor, id);
  const [found] = await db()
    .select({ contact: profiles.contact, recoveryEmail: users.recoveryEmail })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(eq(users.id, id));
  return found ?? { contact: null, recoveryEmail: null };
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
    .select(userColumns)
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
    // As staff, the account counts as unused from now on at the earliest.
    const idle = isStaffRole(role) ? { idleSince: now, idleToldAt: null } : {};
    await tx
      .update(users)
      .set({ role, ...idle })
      .where(eq(users.id, id));
    await endSessions(tx, id, 'role', now);
    await record(tx, by, { action: 'set role', subject: id, details: { from: person.role, to: role } }, now);
  });
}

/**
 * Locks a person out and ends their sessions, or lets them in again, and tells them at every verified e-mail address.
 * @param change.reason is kept in the audit log; while the account is locked, administrators see it
 * @throws as setRole
 */
export function setLocked(
  actor: Actor,
  id: string,
  { locked, reason, notice }: { locked: boolean; reason: string; notice: Letter },
  now: Date,
): Promise<void> {
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, id, 'lock user', now);
    if (locked === (person.lockedAt !== null)) return;
    const change = locked
      ? { lockedAt: now, lockedReason: reason }
      : { lockedAt: null, lockedReason: '', idleSince: now, idleToldAt: null };
    await tx.update(users).set(change).where(eq(users.id, id));
    if (locked) await endSessions(tx, id, 'lock', now);
    const action = locked ? 'lock user' : 'unlock user';
    await record(tx, by, { action, subject: id, details: { reason } }, now);
    await tellOwner(tx, id, { kind: 'account-changed', letter: notice }, now);
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
