import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { beginRecovery, checkAnswers } from '@/lib/data/recovery';
import {
  changePassword,
  changeRecoveryEmail,
  changeSecurityAnswers,
  getRecoveryInfo,
} from '@/lib/data/recovery-info';
import { outbox } from '@/lib/data/schema';
import { findSession } from '@/lib/data/sessions';
import { eachDatabase } from '@/lib/data/testing';
import { signIn, signUp } from '@/lib/data/users';
import type { UserActor } from '@/lib/domain/access';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const password = 'seven green boats at noon';
const notice = { subject: 'changed', html: 'changed', text: 'changed' };
const wrongPassword = { key: 'currentPasswordWrong' };

eachDatabase('recovery info', () => {
  let actor: UserActor;
  let oneKeyId: string;

  const openSession = async () => {
    const opened = await signIn(visitor, oneKeyId, password, now);
    if (!opened) throw new Error('the person could not sign in');
    return opened;
  };
  const isOpen = async (sessionId: string) =>
    (await findSession(sessionId, { now, idleMs: 900_000, touch: false })).state === 'open';

  beforeEach(async () => {
    oneKeyId = `person-${randomUUID()}`;
    const person = {
      oneKeyId,
      password,
      questions: ['firstPet', 'birthCity', 'firstSchool'],
      answers: ['Biscuit', 'Cobourg', 'Maple'],
      terms: { version: '2026-11', locale: 'fr' },
    } as const;
    await signUp(visitor, person, now);
    actor = { kind: 'user', role: 'filer', ...(await openSession()) };
  });

  it('shows the actor’s own ID, e-mail address and questions, never the answers', async () => {
    const questions = ['firstPet', 'birthCity', 'firstSchool'];
    expect(await getRecoveryInfo(actor)).toEqual({ oneKeyId, email: null, questions });
  });

  it('changes the e-mail address and takes it away again', async () => {
    await changeRecoveryEmail(actor, password, 'zoe@example.org', now);
    expect((await getRecoveryInfo(actor)).email).toBe('zoe@example.org');
    await changeRecoveryEmail(actor, password, '', now);
    expect((await getRecoveryInfo(actor)).email).toBeNull();
  });

  it('changes the questions with their answers', async () => {
    const chosen = {
      questions: ['firstJob', 'firstCar', 'firstTrip'],
      answers: ['Bakery', 'Volvo', 'Gaspé'],
    } as const;
    await changeSecurityAnswers(actor, password, chosen, now);
    expect((await getRecoveryInfo(actor)).questions).toEqual(chosen.questions);
    const begin = () => beginRecovery(visitor, oneKeyId, async () => notice, now);
    const old = await checkAnswers(visitor, (await begin()) ?? '', ['Biscuit', 'Cobourg', 'Maple'], now);
    expect(old).toEqual({ triesLeft: 4 });
    const right = await checkAnswers(visitor, (await begin()) ?? '', ['bakery', 'volvo', 'gaspe'], now);
    expect(right).toHaveProperty('newPasswordToken');
  });

  it('changes the password, ends the other sessions, keeps this one, and tells the owner', async () => {
    const email = `${randomUUID()}@example.org`;
    await changeRecoveryEmail(actor, password, email, now);
    const other = await openSession();
    await changePassword(actor, password, { password: 'eleven quiet lamps again', notice }, now);
    expect(await isOpen(other.sessionId)).toBe(false);
    expect(await isOpen(actor.sessionId)).toBe(true);
    expect(await signIn(visitor, oneKeyId, password, now)).toBeNull();
    expect(await signIn(visitor, oneKeyId, 'eleven quiet lamps again', now)).not.toBeNull();
    expect(await db().select().from(outbox).where(eq(outbox.recipient, email))).toMatchObject([
      { kind: 'password-changed' },
    ]);
  });

  it('changes nothing without the current password', async () => {
    const chosen = {
      questions: ['firstJob', 'firstCar', 'firstTrip'],
      answers: ['Bakery', 'Volvo', 'Gaspé'],
    } as const;
    const next = { password: 'eleven quiet lamps again', notice };
    const before = await getRecoveryInfo(actor);
    await expect(changeRecoveryEmail(actor, 'not it', 'x@example.org', now)).rejects.toMatchObject(
      wrongPassword,
    );
    await expect(changeSecurityAnswers(actor, 'not it', chosen, now)).rejects.toMatchObject(wrongPassword);
    await expect(changePassword(actor, 'not it', next, now)).rejects.toMatchObject(wrongPassword);
    expect(await getRecoveryInfo(actor)).toEqual(before);
    expect(await isOpen((await openSession()).sessionId)).toBe(true);
  });

  it('refuses the ONE-key ID as the new password and leaves everything as it was', async () => {
    const other = await openSession();
    const change = changePassword(actor, password, { password: oneKeyId, notice }, now);
    await expect(change).rejects.toMatchObject({ key: 'passwordIsOneKeyId' });
    expect(await isOpen(other.sessionId)).toBe(true);
    expect(await signIn(visitor, oneKeyId, password, now)).not.toBeNull();
  });
});
