import { z } from 'zod';
import { chosenPassword, normalisePassword, passwordErrors, typedPassword } from '@/lib/domain/account';
import { optionalEmail, requiredEmail } from '@/lib/domain/email';
import { answersErrors, securityAnswer, securityQuestion } from '@/lib/domain/security-question';
import { required, withRules } from '@/lib/domain/text';

/** The forms of "Can't access your account?" and of Change Account Recovery Info. */

export const TROUBLES = ['id', 'password', 'both'] as const;

export const troubleForm = z.object({ trouble: z.enum(TROUBLES, { error: 'chooseTrouble' }) });

export const forgottenIdForm = z.object({ email: requiredEmail() });

export const forgottenPasswordForm = z.object({ oneKeyId: required('enterOneKeyId') });

function givenAnswer() {
  return z.string({ error: 'enterAnswer' }).min(1, 'enterAnswer').max(200, 'tooLong').prefault('');
}

export const answersForm = z.object({
  answer1: givenAnswer(),
  answer2: givenAnswer(),
  answer3: givenAnswer(),
});

const currentPassword = z
  .string({ error: 'enterCurrentPassword' })
  .overwrite(normalisePassword)
  .min(1, 'enterCurrentPassword')
  .max(1000, 'currentPasswordWrong')
  .prefault('');

export const changeEmailForm = z.object({ currentPassword, email: optionalEmail() });

export const changeQuestionsForm = withRules(
  z.object({
    currentPassword,
    question1: securityQuestion(),
    answer1: securityAnswer(),
    question2: securityQuestion(),
    answer2: securityAnswer(),
    question3: securityQuestion(),
    answer3: securityAnswer(),
  }),
  (form) => answersErrors({ ...form, password: form.currentPassword, oneKeyId: '', email: '' }),
);

export const changePasswordForm = withRules(
  z.object({ currentPassword, password: chosenPassword, confirmPassword: typedPassword }),
  passwordErrors,
);

/** What asks for nothing but the current password. */
export const currentPasswordForm = z.object({ currentPassword });

export const closeAccountForm = z.object({
  confirm: z.literal('on', { error: 'confirmClosing' }),
  currentPassword,
});
