import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { addMinutes, addSeconds } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { choosePassword, mayChoosePassword } from '@/lib/data/account/passwords';
import { signIn } from '@/lib/data/account/sign-in';
import { db } from '@/lib/data/db/db';
import { securityAnswers } from '@/lib/data/db/schema/account';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { findQuestions } from '@/lib/data/recovery/recovery';
import { checkAnswers } from '@/lib/data/recovery/recovery-answers';
import { findSession } from '@/lib/data/sign-in/sessions';
import {
  answers,
  newEmail,
  now,
  questions,
  register,
  verifyContact,
  visitor,
} from '@/lib/testing/account/accounts';
import { letter, mailTo, tokenTo } from '@/lib/testing/account/letters';
import { answered, begun, linked } from '@/lib/testing/account/recovery';
import { onDatabase } from '@/lib/testing/db/databases';

const wrong = ['Biscuit', 'L’Orignal', 'another'];
onDatabase('recovery', () => {
  it('goes from the right answers, case and accents aside, to a new password once', async () => {
    const { oneKeyId } = await register({});
    const spelled = ['BISCUIT', 'l orignal', 'ecole  sainte anne'];
    const result = await checkAnswers(visitor, await begun(oneKeyId), spelled, now);
    const token = 'newPasswordToken' in result ? result.newPasswordToken : '';
    expect(await mayChoosePassword(token, now)).toBe(true);
    expect(await choosePassword(visitor, token, 'eleven quiet lamps again', letter('changed'), now)).toBe(
      true,
    );
    expect(await choosePassword(visitor, token, 'twelve quiet lamps again', letter('changed'), now)).toBe(
      false,
    );
    expect(await signIn(visitor, oneKeyId, 'seven green boats at noon', now)).toBeNull();
    expect(await signIn(visitor, oneKeyId, 'eleven quiet lamps again', now)).not.toBeNull();
  });

  it('ends all sessions and other attempts, forgets the known browsers, and tells the owner everywhere', async () => {
    const [email, other] = [newEmail(), newEmail()];
    const { oneKeyId, userId } = await register({ email });
    await verifyContact(userId, other);
    const signedIn = await signIn(visitor, oneKeyId, 'seven green boats at noon', now);
    await db().insert(knownDevices).values({ userId, tokenHash: randomUUID(), lastSeenAt: now });
    const result = await checkAnswers(visitor, await linked(oneKeyId, email), answers, now);
    const later = addMinutes(now, 5);
    await begun(oneKeyId, later);
    const open = await tokenTo(email, 'password-link');
    expect(await findQuestions(open, '', later)).toEqual(questions);
    const token = 'newPasswordToken' in result ? result.newPasswordToken : '';
    await choosePassword(visitor, token, 'eleven quiet lamps again', letter('changed'), later);
    const session = await findSession(signedIn?.sessionId ?? '', { now, idleMs: 900_000, touch: false });
    expect(session.state).toBe('none');
    expect(await findQuestions(open, '', later)).toBeNull();
    expect(await db().select().from(knownDevices).where(eq(knownDevices.userId, userId))).toEqual([]);
    for (const recipient of [email, other]) {
      const notices = (await mailTo(recipient)).filter(({ kind }) => kind === 'password-changed');
      expect(notices).toMatchObject([{ text: 'changed' }]);
    }
  });

  it('refuses a new password with the ONE-key ID in it, and the token stays good', async () => {
    const { oneKeyId } = await register({});
    const token = await answered(oneKeyId);
    const choice = choosePassword(visitor, token, oneKeyId.toUpperCase(), letter('changed'), now);
    await expect(choice).rejects.toMatchObject({ key: 'passwordHoldsOneKeyId' });
    expect(await mayChoosePassword(token, now)).toBe(true);
    expect(await signIn(visitor, oneKeyId, 'seven green boats at noon', now)).not.toBeNull();
  });

  it('ends with the fifth wrong attempt: then the right answers come too late', async () => {
    const { oneKeyId } = await register({});
    const token = await begun(oneKeyId);
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      expect(await checkAnswers(visitor, token, wrong, now)).toEqual({ attemptsLeft });
    }
    expect(await checkAnswers(visitor, token, answers, now)).toEqual({ attemptsLeft: 0 });
    expect(await findQuestions(token, oneKeyId, now)).toBeNull();
  });

  it('takes answers in another order for wrong', async () => {
    const { oneKeyId } = await register({});
    const result = await checkAnswers(visitor, await begun(oneKeyId), [...answers].reverse(), now);
    expect(result).toEqual({ attemptsLeft: 4 });
  });

  it('gives ten minutes for the answers and ten for the password', async () => {
    const { oneKeyId } = await register({});
    const token = await begun(oneKeyId);
    expect(await findQuestions(token, oneKeyId, addSeconds(now, 599))).not.toBeNull();
    expect(await findQuestions(token, oneKeyId, addSeconds(now, 600))).toBeNull();
    expect(await checkAnswers(visitor, token, answers, addSeconds(now, 600))).toEqual({ attemptsLeft: 0 });
    const chosen = await answered(oneKeyId);
    expect(await mayChoosePassword(chosen, addSeconds(now, 600))).toBe(false);
  });

  it('takes a token for its own step only', async () => {
    const { oneKeyId } = await register({});
    expect(await mayChoosePassword(await begun(oneKeyId), now)).toBe(false);
    expect(await findQuestions(await answered(oneKeyId), oneKeyId, now)).toBeNull();
    expect(await findQuestions('no token of ours', oneKeyId, now)).toBeNull();
  });

  it('asks an unknown ID for the same three questions each time, and takes no answer for right', async () => {
    const unknown = `nobody-${randomUUID()}`;
    const token = await begun(unknown);
    const questions = await findQuestions(token, unknown, now);
    expect(new Set(questions).size).toBe(3);
    expect(await findQuestions(await begun(unknown), unknown.toUpperCase(), now)).toEqual(questions);
    for (const attemptsLeft of [4, 3, 2, 1, 0]) {
      expect(await checkAnswers(visitor, token, answers, now)).toEqual({ attemptsLeft });
    }
    expect(await findQuestions(token, unknown, now)).toBeNull();
  });

  it('keeps one hash of the three answers, which is worth nothing without the pepper', async () => {
    const { userId } = await register({});
    const [row] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
    const normalised = ['biscuit', 'l orignal', 'ecole sainte anne'].join('\x1f');
    expect(await verify(row?.answersHash ?? '', normalised)).toBe(false);
    expect(Object.values(row ?? {}).join()).not.toMatch(/biscuit/i);
  });
});
