import { randomUUID } from 'node:crypto';
import { addMinutes } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { MustWait } from '@/lib/data/access/errors';
import { choosePassword } from '@/lib/data/account/passwords';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { findQuestions } from '@/lib/data/recovery/recovery';
import { checkAnswers } from '@/lib/data/recovery/recovery-answers';
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

onDatabase('the link of a recovery', () => {
  it('mails the link to the e-mail address for recovery alone; answers count by the link alone', async () => {
    const [email, other] = [newEmail(), newEmail()];
    const { oneKeyId, userId } = await register({ email });
    await verifyContact(userId, other);
    const withoutLink = await begun(oneKeyId.toUpperCase());
    const link = await tokenTo(email, 'password-link');
    expect(await tokenTo(other, 'password-link')).toBe('');
    expect(await findQuestions(withoutLink, oneKeyId, now)).not.toEqual(questions);
    expect(await checkAnswers(visitor, withoutLink, answers, now)).toEqual({ attemptsLeft: 4 });
    expect(await findQuestions(link, '', now)).toEqual(questions);
    expect(await checkAnswers(visitor, link, answers, now)).toHaveProperty('newPasswordToken');
    expect(await findQuestions(link, '', now)).toBeNull();
  });

  it('mails a link once in five minutes, while strangers begin as often as they like, and it opens the recovery', async () => {
    const email = newEmail();
    const { oneKeyId } = await register({ email });
    const links = async () => (await mailTo(email)).filter(({ kind }) => kind === 'password-link').length;
    const first = await linked(oneKeyId, email);
    for (const minute of [1, 2, 4]) await begun(oneKeyId, addMinutes(now, minute));
    expect(await links()).toBe(1);
    const right = await checkAnswers(visitor, first, answers, addMinutes(now, 4));
    expect(right).toHaveProperty('newPasswordToken');
    await begun(oneKeyId, addMinutes(now, 5));
    expect(await links()).toBe(2);
  });

  it('counts wrong answers by the link apart, whatever strangers do without it', async () => {
    const email = newEmail();
    const { oneKeyId } = await register({ email });
    const from = { oneKeyId };
    const withoutLink = await begun(oneKeyId);
    for (let n = 0; n < 5; n += 1) await checkAnswers(visitor, withoutLink, ['a', 'b', 'c'], now, from);
    await expect(checkAnswers(visitor, await begun(oneKeyId), answers, now, from)).rejects.toThrow(MustWait);
    const link = await tokenTo(email, 'password-link');
    for (let n = 0; n < 4; n += 1) await checkAnswers(visitor, link, ['a', 'b', 'c'], now);
    expect(await checkAnswers(visitor, link, answers, now)).toHaveProperty('newPasswordToken');
  });

  it('asks the questions alone where no e-mail address is verified', async () => {
    const email = newEmail();
    const { oneKeyId } = await register({ email, isConfirmed: false });
    const withoutLink = await begun(oneKeyId);
    expect(await tokenTo(email, 'password-link')).toBe('');
    expect(await findQuestions(withoutLink, oneKeyId, now)).toEqual(questions);
    expect(await checkAnswers(visitor, withoutLink, answers, now)).toHaveProperty('newPasswordToken');
  });

  it('counts no answers without the link from the moment on in which an e-mail address is verified', async () => {
    const { oneKeyId, userId } = await register({});
    const withoutLink = await begun(oneKeyId);
    await db().update(users).set({ recoveryEmail: newEmail() }).where(eq(users.id, userId));
    expect(await findQuestions(withoutLink, oneKeyId, now)).not.toEqual(questions);
    expect(await checkAnswers(visitor, withoutLink, answers, now)).toEqual({ attemptsLeft: 4 });
  });

  it('counts no answers by a link to an e-mail address that is no longer on file', async () => {
    const email = newEmail();
    const { oneKeyId, userId } = await register({ email });
    const link = await linked(oneKeyId, email);
    await db().update(users).set({ recoveryEmail: newEmail() }).where(eq(users.id, userId));
    expect(await checkAnswers(visitor, link, answers, now)).toEqual({ attemptsLeft: 4 });
  });

  it.each(['clerk', 'registrar', 'administrator'] as const)(
    'lets a %s in by the link, never by the questions alone',
    async (role) => {
      const without = await register({ role });
      const withoutLink = await begun(without.oneKeyId);
      expect(await findQuestions(withoutLink, without.oneKeyId, now)).not.toEqual(questions);
      expect(await checkAnswers(visitor, withoutLink, answers, now)).toEqual({ attemptsLeft: 4 });
      const email = newEmail();
      const { oneKeyId } = await register({ role, email });
      const link = await linked(oneKeyId, email);
      expect(await checkAnswers(visitor, link, answers, now)).toHaveProperty('newPasswordToken');
    },
  );

  it.each(['lockedAt', 'closedAt'] as const)('gives no way back into an account with %s', async (column) => {
    const email = newEmail();
    const [one, two] = [await register({ email }), await register({})];
    const tokens = [
      [await linked(one.oneKeyId, email), ''],
      [await begun(two.oneKeyId), two.oneKeyId],
    ] as const;
    const chosen = await answered(two.oneKeyId);
    for (const { userId } of [one, two])
      await db()
        .update(users)
        .set({ [column]: now })
        .where(eq(users.id, userId));
    for (const [token, oneKeyId] of tokens)
      expect(await checkAnswers(visitor, token, answers, now, { oneKeyId })).toEqual({ attemptsLeft: 4 });
    expect(await choosePassword(visitor, chosen, 'eleven quiet lamps again', letter('changed'), now)).toBe(
      false,
    );
    const sent = (await mailTo(email)).length;
    await begun(one.oneKeyId);
    expect(await mailTo(email)).toHaveLength(sent);
  });

  it('takes as long for an unknown ID as for known ones, with and without an e-mail address', async () => {
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
    // The quickest of each counts, because load on the machine can only add time.
    const quickest = taken.map((times) => Math.min(...times));
    expect(Math.max(...quickest) / Math.min(...quickest)).toBeLessThan(1.2);
  });
});
