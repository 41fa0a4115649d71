import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountInput, newUser } from '@/app/[locale]/(one-key)/sign-up/account-input';
import { badFields, badText, signUpFields } from '@/e2e/fixtures/bad-input';
import { MustWait, Refused } from '@/lib/data/access/errors';
import { signIn } from '@/lib/data/account/sign-in';
import { signUp } from '@/lib/data/account/users';
import { signInForm } from '@/lib/domain/account/account';
import { en } from '@/lib/messages/catalogue';
import { onDatabase } from '@/lib/testing/db/databases';
import { cases } from '@/lib/testing/extent';

// The cheapest argon2 settings, because thousands of people sign up here.

/** A full run has this many cases for each test on each of two databases: ten thousand in all. */
const some = cases(2_500, 300);
const now = new Date('2026-11-24T15:00:00Z');
const words: Record<string, unknown> = en.errors;

let visitors = 0;
const anyone = () => {
  visitors += 1;
  return { kind: 'anonymous', ip: `visitor-${visitors}` } as const;
};

/** Expects that each message of a form exists in the catalogue. */
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

onDatabase('whatever is typed', () => {
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
    await fc.assert(anything, some);
    expect(made).toBeGreaterThan(some.numRuns / 10);
  });

  it('signs nobody in who has no account, and breaks nothing', async () => {
    const anything = fc.asyncProperty(badText, badText, async (oneKeyId, password) => {
      const entered = await enter({ oneKeyId, password }).catch((error) => {
        expect(error).toBeInstanceOf(MustWait);
        return null;
      });
      expect(entered).toBeNull();
    });
    await fc.assert(anything, some);
  });
});
