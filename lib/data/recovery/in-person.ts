import { and, asc, eq, gt, inArray, ne, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { getUser, lockPerson, type UserLine } from '@/lib/data/account/user-administration';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { inPersonRecoveries } from '@/lib/data/db/schema/sign-in';
import { isUuid } from '@/lib/data/db/uuid';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { hashHalf, type InPerson, newHalf, newRecovery } from '@/lib/data/recovery/in-person-codes';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import { IN_PERSON_WAIT_MS } from '@/lib/domain/account/in-person';
import { env } from '@/lib/env';

/**
 * Recovery in person. Who stands before the court's staff and shows who they are gets half of a code from an
 * administrator and the other half from a second member of staff. It is the way back that no stranger can close, also for
 * staff who lost every factor.
 */

/** Whether an account may be recovered in person. */
export function mayBeLetIn({ lockedAt, closedAt }: Pick<UserLine, 'lockedAt' | 'closedAt'>): boolean {
  return !lockedAt && !closedAt;
}

const open: InPerson['state'][] = ['begun', 'confirmed'];
const isOpen = (now: Date) =>
  and(inArray(inPersonRecoveries.state, open), gt(inPersonRecoveries.expiresAt, now));

/** Ends what is open of a person's recoveries, also what is out of time. */
const endEarlier = (tx: Tx, userId: string, now: Date) =>
  tx
    .update(inPersonRecoveries)
    .set({ state: 'ended', endedAt: now })
    .where(and(eq(inPersonRecoveries.userId, userId), inArray(inPersonRecoveries.state, open)));

export type Begun = { user: string; identity: string; lostSteps: boolean };

/**
 * Begins the recovery of an account whose owner stands before the actor. An earlier one ends.
 * @param begun.identity how the person showed who they are: never a number of a document
 * @returns the first half of the code, to be shown once
 * @throws NotFound for anyone but administrators, and for locked and closed accounts; ConfirmationNeeded; Refused
 *   'ownAccount'
 */
export function beginInPerson(actor: Actor, begun: Begun, now: Date): Promise<string> {
  const half = newHalf();
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, begun.user, 'recover in person', now);
    if (!mayBeLetIn(person)) throw new NotFound('user');
    await endEarlier(tx, person.id, now);
    const { identity: reason, lostSteps } = begun;
    const row = { ...newRecovery(half, now), userId: person.id, reason, lostSteps, begunBy: by.userId };
    await tx.insert(inPersonRecoveries).values(row);
    const details = { recovery: row.id, reason, lostSteps: lostSteps ? 'yes' : 'no' };
    await record(tx, by, { action: 'begin in-person recovery', subject: person.id, details }, now);
    return half;
  });
}

/** @throws NotFound for anyone but registrars and administrators; Refused 'inPersonOver' */
async function lockOpen(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<{ row: InPerson; by: UserActor }> {
  if (actor.kind !== 'user' || !can(actor, 'confirm-recoveries') || !isUuid(id))
    throw new NotFound('recovery');
  const [row] = await tx.select().from(inPersonRecoveries).where(eq(inPersonRecoveries.id, id)).for('update');
  if (!row) throw new NotFound('recovery');
  if (!open.includes(row.state) || row.expiresAt <= now) throw new Refused('inPersonOver');
  return { row, by: actor };
}

type SecondPerson = typeof env.SECOND_PERSON;

/**
 * Where one person alone runs the office, the same person confirms after ten minutes.
 * @throws Refused 'ownAccount', 'ownInPerson', 'inPersonNotDue'
 */
function requireSecond(
  by: UserActor,
  { userId, begunBy, begunAt }: InPerson,
  second: SecondPerson,
  now: Date,
) {
  if (by.userId === userId) throw new Refused('ownAccount');
  if (by.userId !== begunBy) return;
  if (second === 'required') throw new Refused('ownInPerson');
  if (now.getTime() < begunAt.getTime() + IN_PERSON_WAIT_MS) throw new Refused('inPersonNotDue');
}

/**
 * Confirms a recovery that another began, having seen the person too. The owner is told at every verified e-mail
 * address.
 * @returns the second half of the code, to be shown once
 * @throws NotFound for anyone but registrars and administrators, and for an account that was locked or closed since;
 *   ConfirmationNeeded; Refused 'ownAccount', 'ownInPerson', 'inPersonNotDue', 'inPersonOver', 'inPersonConfirmed'
 */
export function confirmInPerson(
  actor: Actor,
  id: string,
  notice: Letter,
  now: Date,
  second: SecondPerson = env.SECOND_PERSON,
): Promise<string> {
  const half = newHalf();
  return db().transaction(async (tx) => {
    const { row, by } = await lockOpen(tx, actor, id, now);
    requireFactor(by, 'recover in person', now);
    requireSecond(by, row, second, now);
    if (row.state === 'confirmed') throw new Refused('inPersonConfirmed');
    const [person] = await tx.select().from(users).where(eq(users.id, row.userId));
    if (!person || !mayBeLetIn(person)) throw new NotFound('user');
    await tx
      .update(inPersonRecoveries)
      .set({ state: 'confirmed', confirmedBy: by.userId, confirmedAt: now, secondHash: hashHalf(id, half) })
      .where(eq(inPersonRecoveries.id, id));
    const details = { recovery: id, begunBy: row.begunBy };
    await record(tx, by, { action: 'confirm in-person recovery', subject: row.userId, details }, now);
    await tellOwner(tx, row.userId, { kind: 'account-changed', letter: notice }, now);
    return half;
  });
}

/** Ends a recovery, whose halves are then void. @throws NotFound, ConfirmationNeeded, Refused as confirmInPerson */
export function endInPerson(actor: Actor, id: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { row, by } = await lockOpen(tx, actor, id, now);
    requireFactor(by, 'recover in person', now);
    await endEarlier(tx, row.userId, now);
    const entry = {
      action: 'end in-person recovery',
      subject: row.userId,
      details: { recovery: id },
    } as const;
    await record(tx, by, entry, now);
  });
}

/** Whether the halves of a recovery can still be given or used. */
export const isInPersonOpen = (
  { state, expiresAt }: Pick<InPerson, 'state' | 'expiresAt'>,
  now: Date,
): boolean => open.includes(state) && expiresAt > now;

/** Recoveries with whose they are and who began them, the first begun first. */
function withNames(condition: SQL | undefined) {
  const beginner = alias(users, 'beginner');
  const { id, userId, reason, lostSteps, state, begunBy, begunAt, expiresAt } = inPersonRecoveries;
  const whose = { oneKeyId: users.oneKeyId, role: users.role, contact: profiles.contact };
  return db()
    .select({
      ...{ id, userId, reason, lostSteps, state, begunBy, begunAt, expiresAt },
      ...whose,
      beginner: beginner.oneKeyId,
    })
    .from(inPersonRecoveries)
    .innerJoin(users, eq(users.id, userId))
    .innerJoin(beginner, eq(beginner.id, begunBy))
    .leftJoin(profiles, eq(profiles.userId, userId))
    .where(condition)
    .orderBy(asc(begunAt));
}
export type ListedRecovery = Awaited<ReturnType<typeof withNames>>[number];

/** The recoveries that are open. @throws NotFound for anyone but registrars and administrators */
export async function listInPerson(actor: Actor, now: Date): Promise<ListedRecovery[]> {
  if (!can(actor, 'confirm-recoveries')) throw new NotFound('recoveries');
  return withNames(isOpen(now));
}

/** One recovery, open or not. @throws NotFound as listInPerson, and for an unknown one */
export async function getInPerson(actor: Actor, id: string): Promise<ListedRecovery> {
  if (!can(actor, 'confirm-recoveries') || !isUuid(id)) throw new NotFound('recovery');
  const [found] = await withNames(eq(inPersonRecoveries.id, id));
  if (!found) throw new NotFound('recovery');
  return found;
}

/** The person's open recovery, if there is one. @throws NotFound for anyone but administrators */
export async function findInPersonOf(actor: Actor, userId: string, now: Date): Promise<InPerson | null> {
  await getUser(actor, userId);
  const [row] = await db()
    .select()
    .from(inPersonRecoveries)
    .where(and(eq(inPersonRecoveries.userId, userId), isOpen(now)));
  return row ?? null;
}

/** How many recoveries wait for the actor: those that others began. 0 for whoever may confirm none. */
export function countInPersonFor(actor: Actor, now: Date): Promise<number> {
  if (actor.kind !== 'user' || !can(actor, 'confirm-recoveries')) return Promise.resolve(0);
  const others = and(eq(inPersonRecoveries.state, 'begun'), gt(inPersonRecoveries.expiresAt, now));
  return db().$count(inPersonRecoveries, and(others, ne(inPersonRecoveries.begunBy, actor.userId)));
}
