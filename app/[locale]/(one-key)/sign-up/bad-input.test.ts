import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { accountInput, newUser } from '@/app/[locale]/(one-key)/sign-up/account-input';
import { badFields, badText, signUpFields } from '@/e2e/fixtures/bad-input';
import { MustWait, Refused } from '@/lib/data/errors';
import { eachDatabase } from '@/lib/data/testing';
import { signIn, signUp } from '@/lib/data/users';
import { signInForm } from '@/lib/domain/account';
import en from '@/lib/messages/en.json';

// As cheap as argon2 gets: thousands of people sign up here.
vi.mock('@/lib/data/hash-cost', () => ({ hashCost: { memoryCost: 8, timeCost: 1, parallelism: 1 } }));

/** Of each on each of two databases: ten thousand together. */
const runs = 2_500;
const now = new Date('2026-11-24T15:00:00Z');
const words: Record<string, unknown> = en.errors;

let visitors = 0;
const anyone = () => {
  visitors += 1;
  return { kind: 'anonymous', ip: `visitor-${visitors}` } as const;
};

/** What a form says of what was typed: each message is one that has words. */
function expectWords(messages: string[]): void {
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(words, message).toHaveProperty(message);
}

async function enter(typed: { oneKeyId: string; password: string }) {
  const form = signInForm.safeParse(typed);
  if (form.success) return signIn(anyone(), form.data.oneKeyId, form.data.password, now);
  expectWords(form.error.issues.map(({ message }) => message));
  return null;
}

eachDatabase('whatever is typed', () => {
  it('makes an account that its person can sign in to, or is refused in words', async () => {
    let made = 0;
    const anything = fc.asyncProperty(badFields(signUpFields), async (typed) => {
      const form = await accountInput.safeParseAsync(typed);
      if (!form.success) return expectWords(form.error.issues.map(({ message }) => message));
      const userId = await signUp(anyone(), await newUser(form.data, 'en'), now).catch((error) => {
        expect(error).toBeInstanceOf(Refused);
      });
      if (!userId) return;
      made += 1;
      expect(await enter(typed)).toMatchObject({ userId });
    });
    await fc.assert(anything, { numRuns: runs, endOnFailure: true });
    expect(made).toBeGreaterThan(runs / 10);
  }, 120_000);

  it('signs nobody in who has no account, and breaks nothing', async () => {
    const anything = fc.asyncProperty(badText, badText, async (oneKeyId, password) => {
      const entered = await enter({ oneKeyId, password }).catch((error) => {
        expect(error).toBeInstanceOf(MustWait);
        return null;
      });
      expect(entered).toBeNull();
    });
    await fc.assert(anything, { numRuns: runs, endOnFailure: true });
  }, 120_000);
});
