import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { endSessionOf, endSessionsOf, listSessionsOf } from '@/lib/data/account/desk/sessions-of';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { startSession } from '@/lib/data/sign-in/sessions';
import { roles, type UserActor } from '@/lib/domain/access/access';
import { newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const visitor = { kind: 'anonymous', ip: '192.0.2.7', device: 'Firefox, Linux' } as const;
const now = new Date('2026-11-24T15:00:00Z');
const times = { now, idleMs: 900_000 };

eachDatabase('sessions of a person, for administrators', () => {
  let administrator: UserActor;
  let userId: string;
  beforeEach(async () => {
    administrator = await newPerson('administrator');
    ({ userId } = await newPerson());
  });
  const list = async () => (await listSessionsOf(administrator, userId, times)).map(({ id }) => id);
  const recorded = async () =>
    (await db().select().from(audit).where(eq(audit.subject, userId))).map(({ action }) => action);

  it('lists them, ends one once, and then all; the person may sign in again', async () => {
    const one = await startSession(db(), visitor, userId, now);
    const two = await startSession(db(), visitor, userId, now);
    expect((await listSessionsOf(administrator, userId, times))[0]).toMatchObject({
      device: 'Firefox, Linux',
      ip: '192.0.2.7',
    });
    await endSessionOf(administrator, userId, one, now);
    await endSessionOf(administrator, userId, one, now);
    expect(await list()).toEqual([two]);
    await endSessionsOf(administrator, userId, now);
    expect(await list()).toEqual([]);
    expect(await recorded()).toEqual(['end session of user', 'end sessions of user']);
    expect(await list()).toEqual([]);
  });

  it('ends no session of another person under this one', async () => {
    const other = await newPerson();
    const theirs = await startSession(db(), visitor, other.userId, now);
    for (const session of [theirs, 'no-session'])
      await expect(endSessionOf(administrator, userId, session, now)).rejects.toThrow(NotFound);
    expect(await listSessionsOf(administrator, other.userId, times)).toHaveLength(1);
  });

  it('does not exist for anyone else', async () => {
    const session = await startSession(db(), visitor, userId, now);
    for (const role of roles.filter((one) => one !== 'administrator')) {
      const other = await newPerson(role);
      await expect(listSessionsOf(other, userId, times)).rejects.toThrow(NotFound);
      await expect(endSessionsOf(other, userId, now)).rejects.toThrow(NotFound);
      await expect(endSessionOf(other, userId, session, now)).rejects.toThrow(NotFound);
    }
    expect(await list()).toEqual([session]);
  });
});
