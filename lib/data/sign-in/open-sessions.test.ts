import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { sessions } from '@/lib/data/db/schema/sign-in';
import {
  endOtherSessions,
  endOwnSession,
  listOpenSessions,
  ownerOfSession,
} from '@/lib/data/sign-in/open-sessions';
import { endSession, startSession } from '@/lib/data/sign-in/sessions';
import type { UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const at = new Date('2026-11-24T15:00:00Z');
const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const idleMs = 15 * 60_000;
const laptop = { kind: 'anonymous', ip: '192.0.2.7', device: 'Firefox, Windows' } as const;
const phone = { kind: 'anonymous', ip: '198.51.100.9', device: 'Safari, iOS' } as const;

onDatabase('where a person is signed in', () => {
  let person: UserActor;
  let other: string;
  beforeEach(async () => {
    const { userId, role } = await newPerson();
    person = { kind: 'user', userId, role, sessionId: await startSession(db(), laptop, userId, at) };
    other = await startSession(db(), phone, userId, after(1));
  });

  const list = async (minutes: number) =>
    (await listOpenSessions(person, { now: after(minutes), idleMs })).map(({ id }) => id);
  const endReason = async (id: string) =>
    (await db().select().from(sessions).where(eq(sessions.id, id)))[0]?.endReason;

  it('shows each open session with device, IP and times, and marks the one that asks', async () => {
    expect(await listOpenSessions(person, { now: after(2), idleMs })).toEqual([
      {
        id: other,
        device: phone.device,
        ip: phone.ip,
        createdAt: after(1),
        lastActiveAt: after(1),
        isThis: false,
      },
      {
        id: person.sessionId,
        device: laptop.device,
        ip: laptop.ip,
        createdAt: at,
        lastActiveAt: at,
        isThis: true,
      },
    ]);
  });

  it('leaves out what was ended, ran out or still waits for its second step', async () => {
    const waiting = await startSession(db(), phone, person.userId, after(1));
    await db().update(sessions).set({ secondStepDue: true }).where(eq(sessions.id, waiting));
    expect(await list(2)).toEqual([other, person.sessionId]);
    expect(await list(15.5)).toEqual([other]);
    await endSession(db(), other, 'sign-out', after(3));
    expect(await list(4)).toEqual([person.sessionId]);
    await db()
      .update(sessions)
      .set({ lastActiveAt: after(721) })
      .where(eq(sessions.id, person.sessionId));
    expect(await list(721)).toEqual([]);
  });

  it('shows nobody else’s', async () => {
    const stranger = await newPerson();
    expect(await listOpenSessions(stranger, { now: after(2), idleMs })).toEqual([]);
  });

  it('ends one, which is in the audit log, and again without an error', async () => {
    await endOwnSession(person, other, after(2));
    await endOwnSession(person, other, after(3));
    expect(await endReason(other)).toBe('owner');
    expect(await list(4)).toEqual([person.sessionId]);
    expect(await db().select().from(audit).where(eq(audit.subject, person.userId))).toMatchObject([
      { action: 'end session', userId: person.userId },
    ]);
  });

  it('does not know another person’s session, nor an id that is none', async () => {
    const stranger = await newPerson();
    for (const id of [other, randomUUID(), "' or true --"])
      await expect(endOwnSession(stranger, id, after(2))).rejects.toThrow(NotFound);
    expect(await list(2)).toEqual([other, person.sessionId]);
  });

  it('ends all others and keeps the one that asks, and everybody else’s', async () => {
    const stranger = await newPerson();
    const theirs = await startSession(db(), phone, stranger.userId, after(1));
    await endOtherSessions(person, after(2));
    expect(await list(2)).toEqual([person.sessionId]);
    expect(await endReason(theirs)).toBeNull();
  });

  it('tells the system alone whose a session was', async () => {
    await endSession(db(), other, 'idle', after(20));
    expect(await ownerOfSession({ kind: 'system' }, other)).toBe(person.userId);
    expect(await ownerOfSession({ kind: 'system' }, randomUUID())).toBeNull();
    expect(await ownerOfSession({ kind: 'system' }, 'none')).toBeNull();
    expect(await ownerOfSession({ kind: 'anonymous' }, other)).toBeNull();
  });
});
