import { toConfirm } from '@/app/[locale]/letters';
import { isOneKeyIdFree, type NewUser } from '@/lib/data/users';
import { type SignUp, signUpForm } from '@/lib/domain/account';
import { termsVersions } from '@/lib/domain/terms';
import type { Locale } from '@/lib/web/addresses';

/** Asked also when other fields are wrong: a person learns of everything at once. */
export const accountInput = signUpForm.refine(({ oneKeyId }) => isOneKeyIdFree(oneKeyId), {
  path: ['oneKeyId'],
  error: 'oneKeyIdTaken',
  when: ({ value }) => typeof (value as { oneKeyId?: unknown } | null)?.oneKeyId === 'string',
});

/** The account that the form asks for; its terms are those it was read with. */
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
