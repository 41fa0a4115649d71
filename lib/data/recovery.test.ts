import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { addMinutes, addSeconds } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { confirmAddress } from '@/lib/data/email-confirmation';
import { mailOneKeyIds } from '@/lib/data/forgotten-ids';
import {
  beginRecovery,
  checkAnswers,
  choosePassword,
  findQuestions,
  mayChoosePassword,
} from '@/lib/data/recovery';
import { knownDevices, profiles, securityAnswers, users } from '@/lib/data/schema';
import { findSession } from '@/lib/data/sessions';
import { eachDatabase } from '@/lib/data/testing';
import { letter, mailTo, tokenLetter, tokenTo, unconfirmed } from '@/lib/data/testing-letters';
import { contact } from '@/lib/data/testing-people';
import { signIn, signUp } from '@/lib/data/users';
import type { Role } from '@/lib/domain/access';
import type { SecurityQuestion } from '@/lib/domain/security-question';

const now = new Date('2026-11-24T15:00:00Z');
const visitor = { kind: 'anonymous' } as const;
const questions: [SecurityQuestion, SecurityQuestion, SecurityQuestion] = [
  'grandparentName',
  'firstConcert',
  'firstSchool',
];
const answers = ['Biscuit', 'L’Orignal', 'École Sainte-Anne'];
const wrong = ['Biscuit', 'L’Orignal', 'another'];

type NewAccount = { email?: string; oneKeyId?: string; isConfirmed?: boolean; role?: Role };

async function register({ email, oneKeyId, isConfirmed = true, role = 'filer' }: NewAccount) {
  const person = { oneKeyId: oneKeyId ?? `person-${randomUUID()}`, password: 'seven green boats at noon' };
  const [one = '', two = '', three = ''] = answers;
  const chosen = { questions, answers: [one, two, three] as const };
  const terms = { version: '2026-11', locale: 'en' } as const;
  const account = { ...person, ...chosen, terms, email: email ? unconfirmed(email) : undefined };
  const userId = await signUp(visitor, account, now);
  await db().update(users).set({ role }).where(eq(users.id, userId));
  if (email && isConfirmed) await confirmAddress(visitor, await tokenTo(email, 'confirm-email'), now);
  return { userId, oneKeyId: person.oneKeyId };
}

/** Gives an account contact information with a verified address. */
async function verifyContact(userId: string, email: string): Promise<void> {
  const values = { userId, contact: { ...contact, email }, emailVerifiedAt: now, updatedAt: now };
  await db().insert(profiles).values(values);
}

const newEmail = () => `${randomUUID()}@example.org`;
const begun = (oneKeyId: string, at = now) => beginRecovery(visitor, oneKeyId, tokenLetter, at);

/** The token of the link that was sent to an address. */
async function linked(oneKeyId: string, email: string): Promise<string> {
  await begun(oneKeyId);
  return tokenTo(email, 'password-link');
}

/** The token for a new password, by the right answers. */
async function answered(oneKeyId: string): Promise<string> {
  const result = await checkAnswers(visitor, await begun(oneKeyId), answers, now);
  if (!('newPasswordToken' in result)) throw new Error('the answers were refused');
  return result.newPasswordToken;
}

eachDatabase('recovery', () => {
  const ids = async (found: string[]) => letter(found.join());

  it('mails every ID of a verified address in one message, however its letters were typed', async () => {
    const email = newEmail();
    const first = await register({ email, oneKeyId: `a-${randomUUID()}` });
    const second = await register({ email: email.toUpperCase(), oneKeyId: `b-${randomUUID()}` });
    const third = await register({ oneKeyId: `c-${randomUUID()}` });
    await verifyContact(third.userId, email);
    await register({ email, isConfirmed: false });
    await mailOneKeyIds(visitor, ` ${email.toUpperCase()}`, ids, now);
    const sent = (await mailTo(email)).filter(({ kind }) => kind === 'one-key-ids');
    const owned = [first, second, third].map(({ oneKeyId }) => oneKeyId);
    expect(sent.map(({ text }) => text)).toEqual([owned.join()]);
  });

  it('mails no ID to an address that nobody has confirmed, nor that of a locked or closed account', async () => {
    const [unknown, pending, locked, closed] = [newEmail(), newEmail(), newEmail(), newEmail()];
    await register({ email: pending, isConfirmed: false });
    const one = await register({ email: locked });
    await db().update(users).set({ lockedAt: now }).where(eq(users.id, one.userId));
    const other = await register({ email: closed });
    await db().update(users).set({ closedAt: now }).where(eq(users.id, other.userId));
    for (const email of [unknown, pending, locked, closed]) {
      await mailOneKeyIds(visitor, email, ids, now);
      expect((await mailTo(email)).filter(({ kind }) => kind === 'one-key-ids')).toEqual([]);
    }
  });

  it('mails the link to every verified address; answers count by the link alone', async () => {
    const [email, other] = [newEmail(), newEmail()];
    const { oneKeyId, userId } = await register({ email });
    await verifyContact(userId, other);
    const typed = await begun(oneKeyId.toUpperCase());
    const link = await tokenTo(email, 'password-link');
    expect(await tokenTo(other, 'password-link')).toBe(link);
    expect(await findQuestions(typed, oneKeyId, now)).not.toEqual(questions);
    expect(await checkAnswers(visitor, typed, answers, now)).toEqual({ triesLeft: 4 });
    expect(await findQuestions(link, '', now)).toEqual(questions);
    expect(await checkAnswers(visitor, link, answers, now)).toHaveProperty('newPasswordToken');
    expect(await findQuestions(link, '', now)).toBeNull();
  });

  it('asks the questions alone where no address is verified', async () => {
    const email = newEmail();
    const { oneKeyId } = await register({ email, isConfirmed: false });
    const typed = await begun(oneKeyId);
    expect(await tokenTo(email, 'password-link')).toBe('');
    expect(await findQuestions(typed, oneKeyId, now)).toEqual(questions);
    expect(await checkAnswers(visitor, typed, answers, now)).toHaveProperty('newPasswordToken');
  });

  it('counts no answers without the link from the moment on in which an address is verified', async () => {
    const { oneKeyId, userId } = await register({});
    const typed = await begun(oneKeyId);
    await verifyContact(userId, newEmail());
    expect(await findQuestions(typed, oneKeyId, now)).not.toEqual(questions);
    expect(await checkAnswers(visitor, typed, answers, now)).toEqual({ triesLeft: 4 });
  });

  it('counts no answers by a link to an address that is no longer on file', async () => {
    const email = newEmail();
    const { oneKeyId, userId } = await register({ email });
    const link = await linked(oneKeyId, email);
    await db().update(users).set({ recoveryEmail: newEmail() }).where(eq(users.id, userId));
    expect(await checkAnswers(visitor, link, answers, now)).toEqual({ triesLeft: 4 });
  });

  it.each(['clerk', 'registrar', 'administrator'] as const)(
    'lets a %s in by the link, never by the questions alone',
    async (role) => {
      const without = await register({ role });
      const typed = await begun(without.oneKeyId);
      expect(await findQuestions(typed, without.oneKeyId, now)).not.toEqual(questions);
      expect(await checkAnswers(visitor, typed, answers, now)).toEqual({ triesLeft: 4 });
      const email = newEmail();
      const { oneKeyId } = await register({ role, email });
      const link = await linked(oneKeyId, email);
      expect(await checkAnswers(visitor, link, answers, now)).toHaveProperty('newPasswordToken');
    },
  );

  it.each(['lockedAt', 'closedAt'] as const)('gives no way back into an account with %s', async (column) => {
    const email = newEmail();
    const [one, two] = [await register({ email }), await register({})];
    const tokens = [await linked(one.oneKeyId, email), await begun(two.oneKeyId)];
    const chosen = await answered(two.oneKeyId);
    for (const { userId } of [one, two])
      await db()
        .update(users)
        .set({ [column]: now })
        .where(eq(users.id, userId));
    for (const token of tokens)
      expect(await checkAnswers(visitor, token, answers, now)).toEqual({ triesLeft: 4 });
    expect(await choosePassword(visitor, chosen, 'eleven quiet lamps again', letter('changed'), now)).toBe(
      false,
    );
    const sent = (await mailTo(email)).length;
    await begun(one.oneKeyId);
    expect(await mailTo(email)).toHaveLength(sent);
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

  it('ends all sessions and other attempts, forgets the known browsers, and tells the owner everywhere', async () => {
    const [email, other] = [newEmail(), newEmail()];
    const { oneKeyId, userId } = await register({ email });
    await verifyContact(userId, other);
    const signedIn = await signIn(visitor, oneKeyId, 'seven green boats at noon', now);
    await db().insert(knownDevices).values({ userId, tokenHash: randomUUID(), lastSeenAt: now });
    const result = await checkAnswers(visitor, await linked(oneKeyId, email), answers, now);
    const later = addSeconds(now, 1);
    await begun(oneKeyId, later);
    const open = await tokenTo(email, 'password-link');
    expect(await findQuestions(open, '', later)).toEqual(questions);
    const token = 'newPasswordToken' in result ? result.newPasswordToken : '';
    await choosePassword(visitor, token, 'eleven quiet lamps again', letter('changed'), later);
    const session = await findSession(signedIn?.sessionId ?? '', { now, idleMs: 900_000, touch: false });
    expect(session.state).toBe('none');
    expect(await findQuestions(open, '', later)).toBeNull();
    expect(await db().select().from(knownDevices).where(eq(knownDevices.userId, userId))).toEqual([]);
    for (const address of [email, other]) {
      const notices = (await mailTo(address)).filter(({ kind }) => kind === 'password-changed');
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

  it('keeps one hash of the three answers, which is worth nothing without the pepper', async () => {
    const { userId } = await register({});
    const [row] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
    const normalised = ['biscuit', 'l orignal', 'ecole sainte anne'].join('\x1f');
    expect(await verify(row?.answersHash ?? '', normalised)).toBe(false);
    expect(Object.values(row ?? {}).join()).not.toMatch(/biscuit/i);
  });

  it('takes as long for an unknown ID as for known ones, with and without an address', async () => {
    const email = newEmail();
    const kinds = [
      `nobody-${randomUUID()}`,
      (await register({})).oneKeyId,
      (await register({ email })).oneKeyId,
    ];
    const taken = kinds.map((): number[] => []);
    for (let round = 0; round < 41; round += 1) {
      for (const [at, oneKeyId] of kinds.entries()) {
        const started = performance.now();
        await begun(oneKeyId);
        taken[at]?.push(performance.now() - started);
      }
    }
    const medians = taken.map((times) => times.sort((a, b) => a - b)[20] ?? 0);
    expect(Math.max(...medians) - Math.min(...medians)).toBeLessThan(Math.min(...medians) + 5);
  });
});
