import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { NotFound, Refused } from '@/lib/data/access/errors';
import {
  findContactOf,
  findLegalHold,
  getUser,
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
import { newEmail, register } from '@/lib/testing/account/accounts';
import { letter, mailTo } from '@/lib/testing/account/letters';
import { newFiler, newPerson } from '@/lib/testing/account/people';
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

  const lock = (actor: Actor, id: string, locked: boolean) =>
    setLocked(actor, id, { locked, reason: 'phishing', notice: letter('access changed') }, now);

  it('locks a person out with a reason and lets them in again, and tells them', async () => {
    const email = newEmail();
    const { userId } = await register({ email });
    await startSession(db(), visitor, userId, now);
    await lock(administrator, userId, true);
    expect(await getUser(administrator, userId)).toMatchObject({ lockedAt: now, lockedReason: 'phishing' });
    expect(await endReasonOf(userId)).toBe('lock');
    await lock(administrator, userId, false);
    expect(await getUser(administrator, userId)).toMatchObject({ lockedAt: null, lockedReason: '' });
    const lines = await db().select().from(audit).where(eq(audit.subject, userId)).orderBy(audit.entry);
    expect(lines.filter(({ action }) => action.endsWith('lock user'))).toMatchObject([
      { action: 'lock user', details: { reason: 'phishing' } },
      { action: 'unlock user', details: { reason: 'phishing' } },
    ]);
    const told = (await mailTo(email)).filter(({ kind }) => kind === 'account-changed');
    expect(told.map(({ text }) => text)).toEqual(['access changed', 'access changed']);
  });

  it('tells what is known of a person', async () => {
    const filer = await newFiler(now);
    expect(await findContactOf(administrator, filer.userId)).toMatchObject({
      contact: { lastName: 'Tremblay' },
      recoveryEmail: null,
    });
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
    await expect(lock(administrator, administrator.userId, true)).rejects.toThrow(new Refused('ownAccount'));
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
      await expect(findContactOf(other, person.userId)).rejects.toThrow(NotFound);
      await expect(getUser(other, person.userId)).rejects.toThrow(NotFound);
      await expect(setRole(other, person.userId, 'clerk', now)).rejects.toThrow(NotFound);
      await expect(lock(other, person.userId, true)).rejects.toThrow(NotFound);
      await expect(findLegalHold(other, person.userId)).rejects.toThrow(NotFound);
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
