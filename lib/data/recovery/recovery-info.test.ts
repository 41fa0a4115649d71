import { randomUUID } from 'node:crypto';
import { addDays } from 'date-fns';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { confirmEmail } from '@/lib/data/account/email-confirmation';
import { findUndo, undoEmailChange } from '@/lib/data/account/email-undo';
import { changePassword } from '@/lib/data/account/passwords';
import { signIn } from '@/lib/data/account/sign-in';
import { signUp } from '@/lib/data/account/users';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { beginRecovery } from '@/lib/data/recovery/recovery';
import { checkAnswers } from '@/lib/data/recovery/recovery-answers';
import {
  changeRecoveryEmail,
  changeSecurityAnswers,
  getRecoveryInfo,
} from '@/lib/data/recovery/recovery-info';
import { findSession } from '@/lib/data/sign-in/sessions';
import type { UserActor } from '@/lib/domain/access/access';
import { letter, mailTo, tokenLetter, tokenTo, unconfirmed } from '@/lib/testing/account/letters';
import { contact } from '@/lib/testing/account/people';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const password = 'seven green boats at noon';
const notice = letter('changed');
/** A change of the recovery e-mail address. */
const to = (email: string) => ({ ...unconfirmed(email), notice: tokenLetter });
const newEmail = () => `${randomUUID()}@example.org`;
const wrongPassword = { key: 'currentPasswordWrong' };

onDatabase('recovery info', () => {
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
    expect(await getRecoveryInfo(actor)).toEqual({ oneKeyId, email: null, pendingEmail: null, questions });
  });

  /** An e-mail address that the person confirmed. */
  const confirmed = async (email: string) => {
    await changeRecoveryEmail(actor, password, to(email), now);
    await confirmEmail(visitor, await tokenTo(email, 'confirm-email'), now);
    return email;
  };

  it('takes a new e-mail address once it is confirmed; until then the old one counts', async () => {
    const old = await confirmed(newEmail());
    const email = newEmail();
    await changeRecoveryEmail(actor, password, to(email), now);
    expect(await getRecoveryInfo(actor)).toMatchObject({ email: old, pendingEmail: email });
    expect((await mailTo(old)).map(({ kind }) => kind).sort()).toEqual([
      'confirm-email',
      'recovery-info-changed',
    ]);
    expect(await mailTo(email)).toMatchObject([{ kind: 'confirm-email' }]);
    expect(await confirmEmail(visitor, await tokenTo(email, 'confirm-email'), now)).toBe(true);
    expect(await getRecoveryInfo(actor)).toMatchObject({ email: email, pendingEmail: null });
  });

  it('takes the e-mail address away, and tells it', async () => {
    const old = await confirmed(newEmail());
    await changeRecoveryEmail(actor, password, to(''), now);
    expect(await getRecoveryInfo(actor)).toMatchObject({ email: null, pendingEmail: null });
    expect((await mailTo(old)).map(({ kind }) => kind)).toContain('recovery-info-changed');
  });

  it('is taken back by the link that the former e-mail address got, within seven days; everyone is signed out', async () => {
    const old = await confirmed(newEmail());
    const other = newEmail();
    await changeRecoveryEmail(actor, password, to(other), now);
    await confirmEmail(visitor, await tokenTo(other, 'confirm-email'), now);
    const token = await tokenTo(old, 'recovery-info-changed');
    expect(await findUndo(token, addDays(now, 7))).toBeNull();
    expect(await findUndo(token, now)).toMatchObject({ use: 'recovery', former: old });
    expect(await undoEmailChange(visitor, token, now)).toBe(true);
    expect(await getRecoveryInfo(actor)).toMatchObject({ email: old, pendingEmail: null });
    expect(await isOpen(actor.sessionId)).toBe(false);
    expect(await undoEmailChange(visitor, token, now)).toBe(false);
  });

  it('waits for nothing any more when the e-mail address on file is given again', async () => {
    const old = await confirmed(newEmail());
    const other = newEmail();
    await changeRecoveryEmail(actor, password, to(other), now);
    await changeRecoveryEmail(actor, password, to(old.toUpperCase()), now);
    expect(await getRecoveryInfo(actor)).toMatchObject({ email: old, pendingEmail: null });
    expect(await confirmEmail(visitor, await tokenTo(other, 'confirm-email'), now)).toBe(false);
  });

  it('changes the questions with their answers', async () => {
    const chosen = {
      questions: ['firstJob', 'firstCar', 'firstTrip'],
      answers: ['Bakery', 'Volvo', 'Gaspé'],
    } as const;
    const email = await confirmed(newEmail());
    await changeSecurityAnswers(actor, password, chosen, notice, now);
    expect((await mailTo(email)).map(({ kind }) => kind)).toContain('recovery-info-changed');
    await db().update(users).set({ recoveryEmail: null }).where(eq(users.id, actor.userId));
    expect((await getRecoveryInfo(actor)).questions).toEqual(chosen.questions);
    const begin = () => beginRecovery(visitor, oneKeyId, async () => notice, now);
    const old = await checkAnswers(visitor, await begin(), ['Biscuit', 'Cobourg', 'Maple'], now);
    expect(old).toEqual({ attemptsLeft: 4 });
    const right = await checkAnswers(visitor, await begin(), ['bakery', 'volvo', 'gaspe'], now);
    expect(right).toHaveProperty('newPasswordToken');
  });

  it('changes the password, ends the other sessions, keeps this one, and tells the owner', async () => {
    const email = await confirmed(newEmail());
    const other = await openSession();
    await changePassword(actor, password, { password: 'eleven quiet lamps again', notice }, now);
    expect(await isOpen(other.sessionId)).toBe(false);
    expect(await isOpen(actor.sessionId)).toBe(true);
    expect(await signIn(visitor, oneKeyId, password, now)).toBeNull();
    expect(await signIn(visitor, oneKeyId, 'eleven quiet lamps again', now)).not.toBeNull();
    expect((await mailTo(email)).map(({ kind }) => kind)).toContain('password-changed');
  });

  it('changes nothing without the current password', async () => {
    const chosen = {
      questions: ['firstJob', 'firstCar', 'firstTrip'],
      answers: ['Bakery', 'Volvo', 'Gaspé'],
    } as const;
    const next = { password: 'eleven quiet lamps again', notice };
    const before = await getRecoveryInfo(actor);
    await expect(changeRecoveryEmail(actor, 'not it', to(newEmail()), now)).rejects.toMatchObject(
      wrongPassword,
    );
    await expect(changeSecurityAnswers(actor, 'not it', chosen, notice, now)).rejects.toMatchObject(
      wrongPassword,
    );
    await expect(changePassword(actor, 'not it', next, now)).rejects.toMatchObject(wrongPassword);
    expect(await getRecoveryInfo(actor)).toEqual(before);
    expect(await isOpen((await openSession()).sessionId)).toBe(true);
  });

  it('refuses a new password with the ONE-key ID or the name in it and leaves everything as it was', async () => {
    const other = await openSession();
    await db().insert(profiles).values({ userId: actor.userId, contact, updatedAt: now });
    const change = (next: string) => changePassword(actor, password, { password: next, notice }, now);
    await expect(change(`boats of ${oneKeyId.toUpperCase()}`)).rejects.toMatchObject({
      key: 'passwordHoldsOneKeyId',
    });
    await expect(change('green boats of tremblay')).rejects.toMatchObject({ key: 'passwordHoldsName' });
    expect(await isOpen(other.sessionId)).toBe(true);
    expect(await signIn(visitor, oneKeyId, password, now)).not.toBeNull();
  });
});
