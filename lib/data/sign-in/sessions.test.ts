import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { sessions } from '@/lib/data/db/schema/sign-in';
import { endSessions, findSession, signOut, startSession } from '@/lib/data/sign-in/sessions';
import { newPerson } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const visitor = { kind: 'anonymous' } as const;
const started = new Date('2026-11-23T15:00:00Z');
const after = (minutes: number) => new Date(started.getTime() + minutes * 60_000);
const idleMs = 15 * 60_000;
const read = (sessionId: string, minutes: number, touch = true) =>
  findSession(sessionId, { now: after(minutes), idleMs, touch });

onDatabase('sessions', () => {
  it('stay open while there is activity and end after 15 minutes without', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    expect(await read(sessionId, 14)).toMatchObject({ state: 'open', actor: { userId, role: 'filer' } });
    expect(await read(sessionId, 28)).toMatchObject({ state: 'open' });
    expect(await read(sessionId, 43)).toMatchObject({ state: 'open' });
    expect(await read(sessionId, 58.1)).toEqual({ state: 'expired', role: 'filer' });
    expect(await read(sessionId, 58.2)).toEqual({ state: 'expired', role: 'filer' });
  });

  it('write activity down once in five seconds at most, and end no later for it', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    const lastActive = async () =>
      (await db().select().from(sessions).where(eq(sessions.id, sessionId)))[0]?.lastActiveAt;
    await read(sessionId, 4 / 60);
    expect(await lastActive()).toEqual(started);
    await read(sessionId, 5 / 60);
    expect(await lastActive()).toEqual(after(5 / 60));
    await read(sessionId, 9 / 60);
    expect(await read(sessionId, 15 + 4 / 60)).toMatchObject({ state: 'open' });
  });

  it('tell when they end, and by which limit', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    expect(await read(sessionId, 10, false)).toMatchObject({ end: { endsInMs: 5 * 60_000, why: 'idle' } });
    expect(await read(sessionId, 10)).toMatchObject({ end: { endsInMs: idleMs, why: 'idle' } });
    await db()
      .update(sessions)
      .set({ lastActiveAt: after(718) })
      .where(eq(sessions.id, sessionId));
    expect(await read(sessionId, 718)).toMatchObject({ end: { endsInMs: 2 * 60_000, why: 'limit' } });
  });

  it('are not kept open by a prefetch', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    expect(await read(sessionId, 10, false)).toMatchObject({ state: 'open' });
    expect(await read(sessionId, 15.1)).toEqual({ state: 'expired', role: 'filer' });
  });

  it('end after twelve hours whatever is done', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    for (let minutes = 14; minutes < 720; minutes += 14) await read(sessionId, minutes);
    expect(await read(sessionId, 719)).toMatchObject({ state: 'open' });
    expect(await read(sessionId, 721)).toEqual({ state: 'expired', role: 'filer' });
  });

  it('end by signing out, quietly', async () => {
    const { userId, role } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    await signOut({ kind: 'user', userId, role, sessionId }, after(1));
    expect(await read(sessionId, 2)).toEqual({ state: 'none' });
  });

  it('end all at once but for the one named', async () => {
    const { userId } = await newPerson();
    const [one, two] = [
      await startSession(db(), visitor, userId, started),
      await startSession(db(), visitor, userId, started),
    ];
    await endSessions(db(), userId, 'password', after(1), two);
    expect(await read(one, 2)).toEqual({ state: 'none' });
    expect(await read(two, 2)).toMatchObject({ state: 'open' });
  });

  it('give nothing to a locked or closed account, and the role of the moment', async () => {
    const { userId } = await newPerson();
    const sessionId = await startSession(db(), visitor, userId, started);
    await db().update(users).set({ role: 'clerk' }).where(eq(users.id, userId));
    expect(await read(sessionId, 1)).toMatchObject({ actor: { role: 'clerk' } });
    await db().update(users).set({ lockedAt: started }).where(eq(users.id, userId));
    expect(await read(sessionId, 2)).toEqual({ state: 'none' });
    await db().update(users).set({ lockedAt: null, closedAt: started }).where(eq(users.id, userId));
    expect(await read(sessionId, 3)).toEqual({ state: 'none' });
  });

  it('do not exist under an id that was never given', async () => {
    expect(await read('00000000-0000-4000-8000-000000000000', 1)).toEqual({ state: 'none' });
    expect(await db().select().from(sessions).where(eq(sessions.endReason, 'role'))).toEqual([]);
  });
});
