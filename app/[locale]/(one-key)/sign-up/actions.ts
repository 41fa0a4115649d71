'use server';

import { isOneKeyIdFree, signUp as register } from '@/lib/data/users';
import { signUpForm } from '@/lib/domain/account';
import { termsVersions } from '@/lib/domain/terms';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { openSession } from '@/lib/web/open-session';

/** Asked also when other fields are wrong: a person learns of everything at once. */
const input = signUpForm.refine(({ oneKeyId }) => isOneKeyIdFree(oneKeyId), {
  path: ['oneKeyId'],
  error: 'oneKeyIdTaken',
  when: ({ value }) => typeof (value as { oneKeyId?: unknown } | null)?.oneKeyId === 'string',
});

/** Registers a ONE-key account and signs the person in to it. */
export const signUp = action(
  { role: 'anonymous', input, limit: 'sign-up' },
  async ({ actor, input: form, now, locale }) => {
    const { oneKeyId, password, email } = form;
    await register(
      actor,
      {
        oneKeyId,
        password,
        questions: [form.question1, form.question2, form.question3],
        answers: [form.answer1, form.answer2, form.answer3],
        email: email || undefined,
        terms: { version: termsVersions['one-key'], locale },
      },
      now,
    );
    return (await openSession(oneKeyId, password))
      ? redirectTo('/sign-up/confirmation')
      : refuse('signInFailed');
  },
);
