import { toConfirm } from '@/app/[locale]/letters';
import { isOneKeyIdFree } from '@/lib/data/account/one-key-id-skeletons';
import type { NewUser } from '@/lib/data/account/users';
import { type SignUp, signUpForm } from '@/lib/domain/account/account';
import { termsVersions } from '@/lib/domain/account/terms';
import type { Locale } from '@/lib/web/routes/paths';

/** Checks the ID even when other fields are wrong, so that a person learns of all errors at once. */
export const accountInput = signUpForm.refine(({ oneKeyId }) => isOneKeyIdFree(oneKeyId), {
  path: ['oneKeyId'],
  error: 'oneKeyIdTaken',
  when: ({ value }) => typeof (value as { oneKeyId?: unknown } | null)?.oneKeyId === 'string',
});

/** The new account from the form, with the version and language of the terms that the person read. */
export async function newUser(form: SignUp, locale: Locale): Promise<NewUser> {
  return {
    oneKeyId: form.oneKeyId,
    password: form.password,
    questions: [form.question1, form.question2, form.question3],
    answers: [form.answer1, form.answer2, form.answer3],
    email: form.email ? await toConfirm(form.email, locale) : undefined,
    terms: { version: termsVersions['one-key'], locale },
  };
}
