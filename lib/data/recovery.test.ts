import { randomUUID } from 'node:crypto';
import { addMinutes, addSeconds } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import {
  beginRecovery,
  checkAnswers,
  choosePassword,
  findQuestions,
  mailOneKeyIds,
  mayChoosePassword,
} from '@/lib/data/recovery';
import { outbox, users } from '@/lib/data/schema';
import { findSession } from '@/lib/data/sessions';
import { eachDatabase } from '@/lib/data/testing';
import { signIn, signUp } from '@/lib/data/users';
import type { SecurityQuestion } from '@/lib/domain/security-question';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const answers = ['Biscuit', 'L’Orignal', 'École Sainte-Anne'];
const wrong = ['Biscuit', 'L’Orignal', 'another'];
const letter = (text: string) => ({ subject: 'subject', html: text, text });
const render = async (text: string) => letter(text);

async function register({
  email,
  oneKeyId = `person-${randomUUID()}`,
}: {
  email?: string;
  oneKeyId?: string;
}) {
  const questions: [SecurityQuestion, SecurityQuestion, SecurityQuestion] = [
    'firstPet',
    'birthCity',
    'firstSchool',
  ];
  const [one = '', two = '', three = ''] = answers;
  const userId = await signUp(
    visitor,
    {
      oneKeyId,
      password: 'seven green boats at noon',
      questions,
      answers: [one, two, three],
      email,
      terms: { version: '2026-11', locale: 'en' },
    },
    now,
  );
  return { userId, oneKeyId };
}

const mailTo = (recipient: string) => db().select().from(outbox).where(eq(outbox.recipient, recipient));
const newEmail = () => `${randomUUID()}@example.org`;

/** The token of an account without an e-mail address, or of nobody. */
async function begun(oneKeyId: string, at = now): Promise<string> {
  const token = await beginRecovery(visitor, oneKeyId, render, at);
  if (!token) throw new Error('the token was mailed');
  return token;
}

/** The token for a new password, by the right answers. */
async function answered(oneKeyId: string): Promise<string> {
  const result = await checkAnswers(visitor, await begun(oneKeyId), answers, now);
  if (!('newPasswordToken' in result)) throw new Error('the answers were refused');
  return result.newPasswordToken;
}

eachDatabase('recovery', () => {
  it('mails every ID of an e-mail address in one message, however its letters were typed', async () => {
    const email = newEmail();
    const first = await register({ email, oneKeyId: `a-${randomUUID()}` });
    const second = await register({ email: email.toUpperCase(), oneKeyId: `b-${randomUUID()}` });
    await mailOneKeyIds(visitor, ` ${email.toUpperCase()}`, async (ids) => letter(ids.join()), now);
    expect(await mailTo(email)).toMatchObject([
      { kind: 'one-key-ids', text: `${first.oneKeyId},${second.oneKeyId}` },
    ]);
  });

  it('mails nothing to an address that nobody has on file', async () => {
    const email = newEmail();
    await mailOneKeyIds(visitor, email, async (ids) => letter(ids.join()), now);
    expect(await mailTo(email)).toEqual([]);
  });

  it('mails the token where an e-mail address is on file, and tells it to nobody else', async () => {
    const email = newEmail();
    const { oneKeyId } = await register({ email });
    expect(await beginRecovery(visitor, oneKeyId.toUpperCase(), render, now)).toBeNull();
    const [mail] = await mailTo(email);
    expect(mail?.kind).toBe('password-link');
    expect(await findQuestions(mail?.text ?? '', '', now)).toEqual(['firstPet', 'birthCity', 'firstSchool']);
  });

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

  it('ends all sessions and other attempts, and tells the owner', async () => {
    const { oneKeyId, userId } = await register({});
    const signedIn = await signIn(visitor, oneKeyId, 'seven green boats at noon', now);
    const other = await begun(oneKeyId);
    const token = await answered(oneKeyId);
    const email = newEmail();
    await db().update(users).set({ recoveryEmail: email }).where(eq(users.id, userId));
    await choosePassword(visitor, token, 'eleven quiet lamps again', letter('changed'), now);
    const session = await findSession(signedIn?.sessionId ?? '', { now, idleMs: 900_000, touch: false });
    expect(session.state).toBe('none');
    expect(await findQuestions(other, oneKeyId, now)).toBeNull();
    expect(await mailTo(email)).toMatchObject([{ kind: 'password-changed', text: 'changed' }]);
  });

  it('refuses the ONE-key ID as the new password, and the token stays good', async () => {
    const { oneKeyId } = await register({});
    const token = await answered(oneKeyId);
    const choice = choosePassword(visitor, token, oneKeyId.toUpperCase(), letter('changed'), now);
    await expect(choice).rejects.toMatchObject({ key: 'passwordIsOneKeyId' });
    expect(await mayChoosePassword(token, now)).toBe(true);
    expect(await signIn(visitor, oneKeyId, 'seven green boats at noon', now)).not.toBeNull();
  });

  it('ends the attempt with the fifth wrong try: then the right answers come too late', async () => {
    const { oneKeyId } = await register({});
    const token = await begun(oneKeyId);
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      expect(await checkAnswers(visitor, token, wrong, now)).toEqual({ triesLeft });
    }
    expect(await checkAnswers(visitor, token, answers, now)).toEqual({ triesLeft: 0 });
    expect(await findQuestions(token, oneKeyId, now)).toBeNull();
  });

  it('takes answers in another order for wrong', async () => {
    const { oneKeyId } = await register({});
    const result = await checkAnswers(visitor, await begun(oneKeyId), [...answers].reverse(), now);
    expect(result).toEqual({ triesLeft: 4 });
  });

  it('counts no answers after twenty wrong ones in a day, and counts them again the day after', async () => {
    const { oneKeyId } = await register({});
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const token = await begun(oneKeyId);
      for (let n = 0; n < 5; n += 1) await checkAnswers(visitor, token, wrong, now);
    }
    expect(await checkAnswers(visitor, await begun(oneKeyId), answers, now)).toEqual({ triesLeft: 4 });
    const later = addMinutes(now, 24 * 60 + 1);
    const result = await checkAnswers(visitor, await begun(oneKeyId, later), answers, later);
    expect(result).toHaveProperty('newPasswordToken');
  });

  it('gives ten minutes for the answers and ten for the password', async () => {
    const { oneKeyId } = await register({});
    const token = await begun(oneKeyId);
    expect(await findQuestions(token, oneKeyId, addSeconds(now, 599))).not.toBeNull();
    expect(await findQuestions(token, oneKeyId, addSeconds(now, 600))).toBeNull();
    expect(await checkAnswers(visitor, token, answers, addSeconds(now, 600))).toEqual({ triesLeft: 0 });
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
    for (const triesLeft of [4, 3, 2, 1, 0]) {
      expect(await checkAnswers(visitor, token, answers, now)).toEqual({ triesLeft });
    }
    expect(await findQuestions(token, unknown, now)).toBeNull();
  });
});
