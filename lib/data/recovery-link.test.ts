import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db';
import { checkAnswers, choosePassword, findQuestions } from '@/lib/data/recovery';
import { users } from '@/lib/data/schema';
import { eachDatabase } from '@/lib/data/testing';
import {
  answers,
  newEmail,
  now,
  questions,
  register,
  verifyContact,
  visitor,
} from '@/lib/data/testing-accounts';
import { letter, mailTo, tokenTo } from '@/lib/data/testing-letters';
import { answered, begun, linked } from '@/lib/data/testing-recovery';

eachDatabase('the link of a recovery', () => {
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

  it('takes as long for an unknown ID as for known ones, with and without an address', async () => {
    const email = newEmail();
    const kinds = [
      `nobody-${randomUUID()}`,
      (await register({})).oneKeyId,
      (await register({ email })).oneKeyId,
    ];
    const taken = kinds.map((): number[] => []);
    for (let round = 0; round < 15; round += 1) {
      for (const [at, oneKeyId] of kinds.entries()) {
        const started = performance.now();
        await begun(oneKeyId);
        taken[at]?.push(performance.now() - started);
      }
    }
    const medians = taken.map((times) => times.sort((a, b) => a - b)[7] ?? 0);
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.2);
  });
});
