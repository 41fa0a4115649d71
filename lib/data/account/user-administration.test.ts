import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import {
  countSessionsOf,
  endSessionsOf,
  findLegalHold,
  getUser,
  searchUsers,
  setLegalHold,
  setLocked,
  setRole,
} from '@/lib/data/account/user-administration';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { findSession, startSession } from '@/lib/data/sign-in/sessions';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const visitor = { kind: 'anonymous' } as const;
const now = new Date('2026-11-24T15:00:00Z');

onDatabase('administration of users', () => {
  let administrator: UserActor;
  let person: UserActor;
  beforeEach(async () => {
    administrator = await newPerson('administrator');
    person = await newPerson();
  });

  const endReasonOf = async (userId: string) =>
    (await db().select().from(sessions).where(eq(sessions.userId, userId)))[0]?.endReason;

  it('finds people by a part of their ID, in capitals or not', async () => {
    const { oneKeyId } = await getUser(administrator, person.userId);
    const found = await searchUsers(administrator, { oneKeyId: oneKeyId.slice(7).toUpperCase(), page: 1 });
    expect(found.rows).toMatchObject([{ id: person.userId, role: 'filer', lockedAt: null }]);
    expect((await searchUsers(administrator, { oneKeyId: '_erson-', page: 1 })).total).toBe(0);
  });

  it('lists people in the order of a column, and who has nothing there last either way', async () => {
    const locked = await newPerson('clerk');
    await setLocked(administrator, locked.userId, true, now);
    const first = async (descending: boolean) => {
      const sort = { by: 'lock', descending } as const;
      return (await searchUsers(administrator, { oneKeyId: '', page: 1, sort })).rows[0]?.lockedAt;
    };
    expect(await first(false)).toBeInstanceOf(Date);
    expect(await first(true)).toBeInstanceOf(Date);
    const sort = { by: 'role', descending: true } as const;
    const { rows } = await searchUsers(administrator, { oneKeyId: '', page: 1, sort });
    const roles = rows.map(({ role }) => role);
    expect(roles).toEqual([...roles].sort().reverse());
    expect(new Set(roles).size).toBeGreaterThan(1);
  });

  it('gives a role and ends the person’s sessions, and says who did', async () => {
    await startSession(db(), visitor, person.userId, now);
    await setRole(administrator, person.userId, 'clerk', now);
    expect((await getUser(administrator, person.userId)).role).toBe('clerk');
    expect(await endReasonOf(person.userId)).toBe('role');
    expect(await db().select().from(audit).where(eq(audit.subject, person.userId))).toMatchObject([
      { action: 'set role', userId: administrator.userId, details: { from: 'filer', to: 'clerk' } },
    ]);
  });

  it('keeps the sessions of a person whose role stays', async () => {
    const id = await startSession(db(), visitor, person.userId, now);
    await setRole(administrator, person.userId, 'filer', now);
    expect(await findSession(id, { now, idleMs: 1, touch: false })).toMatchObject({ state: 'open' });
  });

  it('locks a person out and lets them in again', async () => {
    await startSession(db(), visitor, person.userId, now);
    await setLocked(administrator, person.userId, true, now);
    expect((await getUser(administrator, person.userId)).lockedAt).toEqual(now);
    expect(await endReasonOf(person.userId)).toBe('lock');
    await setLocked(administrator, person.userId, false, now);
    expect((await getUser(administrator, person.userId)).lockedAt).toBeNull();
    const lines = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, person.userId))
      .orderBy(audit.entry);
    expect(lines.map(({ action }) => action)).toEqual(['lock user', 'unlock user']);
  });

  it('counts a person’s open sessions and ends them; the person may sign in again', async () => {
    const times = { now, idleMs: 900_000 };
    await startSession(db(), visitor, person.userId, now);
    expect(await countSessionsOf(administrator, person.userId, times)).toBe(1);
    await endSessionsOf(administrator, person.userId, now);
    expect(await countSessionsOf(administrator, person.userId, times)).toBe(0);
    expect(await endReasonOf(person.userId)).toBe('staff');
    expect(await db().select().from(audit).where(eq(audit.subject, person.userId))).toMatchObject([
      { action: 'end sessions of user', userId: administrator.userId },
    ]);
    expect((await getUser(administrator, person.userId)).lockedAt).toBeNull();
  });

  it('sets a legal hold with its reason and lifts it, each once in the audit log', async () => {
    const hold = (isHeld: boolean, reason: string) =>
      setLegalHold(administrator, person.userId, { isHeld, reason }, now);
    expect(await findLegalHold(administrator, person.userId)).toBeNull();
    await hold(true, 'order of the court');
    await hold(true, 'another reason');
    expect(await findLegalHold(administrator, person.userId)).toBe('order of the court');
    await hold(false, 'order lifted');
    await hold(false, 'again');
    expect(await findLegalHold(administrator, person.userId)).toBeNull();
    const lines = await db()
      .select()
      .from(audit)
      .where(eq(audit.subject, person.userId))
      .orderBy(audit.entry);
    expect(lines).toMatchObject([
      { action: 'set legal hold', details: { reason: 'order of the court' } },
      { action: 'lift legal hold', details: { reason: 'order lifted' } },
    ]);
  });

  it('lets nobody demote or lock themselves', async () => {
    await expect(setRole(administrator, administrator.userId, 'filer', now)).rejects.toThrow(
      new Refused('ownAccount'),
    );
    await expect(setLocked(administrator, administrator.userId, true, now)).rejects.toThrow(
      new Refused('ownAccount'),
    );
    expect(await getUser(administrator, administrator.userId)).toMatchObject({
      role: 'administrator',
      lockedAt: null,
    });
  });

  it('does not let two administrators demote each other at once', async () => {
    const other = await newPerson('administrator');
    const results = await Promise.allSettled([
      setRole(administrator, other.userId, 'filer', now),
      setRole(other, administrator.userId, 'filer', now),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('asks the row, not the session, whether the actor still is an administrator', async () => {
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, administrator.userId));
    await expect(setRole(administrator, person.userId, 'clerk', now)).rejects.toThrow(NotFound);
  });

  it('does not exist for clerks, registrars, filers and visitors', async () => {
    const others: Actor[] = [
      await newPerson('clerk'),
      await newPerson('registrar'),
      await newPerson('filer'),
      { kind: 'anonymous' },
    ];
    for (const other of others) {
      await expect(searchUsers(other, { oneKeyId: '', page: 1 })).rejects.toThrow(NotFound);
      await expect(getUser(other, person.userId)).rejects.toThrow(NotFound);
      await expect(setRole(other, person.userId, 'clerk', now)).rejects.toThrow(NotFound);
      await expect(setLocked(other, person.userId, true, now)).rejects.toThrow(NotFound);
      await expect(findLegalHold(other, person.userId)).rejects.toThrow(NotFound);
      const times = { now, idleMs: 900_000 };
      await expect(countSessionsOf(other, person.userId, times)).rejects.toThrow(NotFound);
      await expect(endSessionsOf(other, person.userId, now)).rejects.toThrow(NotFound);
      const hold = { isHeld: true, reason: 'mine' };
      await expect(setLegalHold(other, person.userId, hold, now)).rejects.toThrow(NotFound);
    }
    expect(await findLegalHold(administrator, person.userId)).toBeNull();
    expect(await getUser(administrator, person.userId)).toMatchObject({ role: 'filer', lockedAt: null });
  });

  it('finds nobody under what is no id', async () => {
    await expect(getUser(administrator, "' or true --")).rejects.toThrow(NotFound);
    await expect(setRole(administrator, 'nobody', 'clerk', now)).rejects.toThrow(NotFound);
  });
});
