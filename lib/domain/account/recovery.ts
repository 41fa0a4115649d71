import { z } from 'zod';
import {
  chosenPassword,
  normalisePassword,
  passwordErrors,
  typedPassword,
} from '@/lib/domain/account/account';
import { answersErrors, securityAnswer, securityQuestion } from '@/lib/domain/account/security-question';
import { optionalEmail, requiredEmail } from '@/lib/domain/contact/email';
import { errorKey, required, withRules } from '@/lib/domain/text';

/** The forms of "Can't access your account?" and of Change Account Recovery Info. */

export const TROUBLES = ['id', 'password', 'both'] as const;

export const troubleForm = z.object({ trouble: z.enum(TROUBLES, { error: errorKey('chooseTrouble') }) });

export const forgottenIdForm = z.object({ email: requiredEmail() });

export const forgottenPasswordForm = z.object({ oneKeyId: required('enterOneKeyId') });

function givenAnswer() {
  return z
    .string({ error: errorKey('enterAnswer') })
    .min(1, errorKey('enterAnswer'))
    .max(200, errorKey('tooLong'))
    .prefault('');
}

export const answersForm = z.object({
  answer1: givenAnswer(),
  answer2: givenAnswer(),
  answer3: givenAnswer(),
});

const currentPassword = z
  .string({ error: errorKey('enterCurrentPassword') })
  .overwrite(normalisePassword)
  .min(1, errorKey('enterCurrentPassword'))
  .max(1000, errorKey('currentPasswordWrong'))
  .prefault('');

/** The current password where not every change takes it; '' if it is left out. */
export const givenPassword = z
  .string({ error: errorKey('currentPasswordWrong') })
  .overwrite(normalisePassword)
  .max(1000, errorKey('currentPasswordWrong'))
  .prefault('');

/** The repeated password before a sensitive change. */
export const confirmPasswordForm = z.object({ currentPassword, next: z.string().optional() });

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

/** A form that asks only for the current password. */
export const currentPasswordForm = z.object({ currentPassword });

export const closeAccountForm = z.object({
  confirm: z.literal('on', { error: errorKey('confirmClosing') }),
  currentPassword,
});
