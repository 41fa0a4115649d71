import { z } from 'zod';
import { isCommonPassword } from '@/lib/domain/account/common-password';
import { hasOneKeyIdCharacters, normaliseOneKeyId } from '@/lib/domain/account/one-key-id';
import { personalPassword } from '@/lib/domain/account/personal-password';
import { answersErrors, securityAnswer, securityQuestion } from '@/lib/domain/account/security-question';
import { optionalEmail } from '@/lib/domain/contact/email';
import { errorKey, type FieldErrors, withRules } from '@/lib/domain/text';

/** In characters as people count them. */
export const PASSWORD_LENGTH = { min: 15, max: 128 };
const ONE_KEY_ID_LENGTH = { min: 8, max: 100 };

/**
 * A password in the form in which it is hashed and verified: any characters, the same on every keyboard (NIST
 * SP 800-63B-4).
 */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

const chosenOneKeyId = z
  .string({ error: errorKey('enterOneKeyId') })
  .overwrite(normaliseOneKeyId)
  .min(1, errorKey('enterOneKeyId'))
  .refine((id) => id === '' || length(id) >= ONE_KEY_ID_LENGTH.min, errorKey('oneKeyIdLength'))
  .refine((id) => length(id) <= ONE_KEY_ID_LENGTH.max, errorKey('oneKeyIdLength'))
  .refine((id) => id === '' || hasOneKeyIdCharacters(id), errorKey('oneKeyIdCharacters'))
  .prefault('');

/** A new password. It must be long and not among those that everybody tries. There is no other rule. */
export const chosenPassword = z
  .string({ error: errorKey('enterPassword') })
  .overwrite(normalisePassword)
  .min(1, errorKey('enterPassword'))
  .refine((password) => password === '' || length(password) >= PASSWORD_LENGTH.min, errorKey('passwordShort'))
  .refine((password) => length(password) <= PASSWORD_LENGTH.max, errorKey('passwordLong'))
  .refine(
    (password) => length(password) < PASSWORD_LENGTH.min || !isCommonPassword(password),
    'passwordCommon',
  )
  .prefault('');

/** The repeated password. */
export const typedPassword = z
  .string({ error: errorKey('enterPassword') })
  .overwrite(normalisePassword)
  .prefault('');

/** ONE-key Account Registration. The caller checks whether the ID is taken. */
export const signUpForm = withRules(
  z.object({
    oneKeyId: chosenOneKeyId,
    password: chosenPassword,
    confirmPassword: typedPassword,
    acceptTerms: z.literal('on', { error: errorKey('acceptTerms') }),
    question1: securityQuestion(),
    answer1: securityAnswer(),
    question2: securityQuestion(),
    answer2: securityAnswer(),
    question3: securityQuestion(),
    answer3: securityAnswer(),
    email: optionalEmail(),
  }),
  (form): FieldErrors => ({ ...passwordErrors(form), ...answersErrors(form) }),
);
export type SignUp = z.output<typeof signUpForm>;

/** Sign-in checks only that both fields are filled in, because nothing may reveal which of them is wrong. */
export const signInForm = z.object({
  oneKeyId: z
    .string({ error: errorKey('enterOneKeyId') })
    .overwrite(normaliseOneKeyId)
    .min(1, errorKey('enterOneKeyId'))
    .max(200, errorKey('signInFailed'))
    .prefault(''),
  password: z
    .string({ error: errorKey('enterPassword') })
    .overwrite(normalisePassword)
    .min(1, errorKey('enterPassword'))
    .max(1000, errorKey('signInFailed'))
    .prefault(''),
});

/** A new password after recovery. */
export const newPasswordForm = withRules(
  z.object({ password: chosenPassword, confirmPassword: typedPassword }),
  passwordErrors,
);

type Passwords = { oneKeyId?: string; password?: string; confirmPassword?: string };

/** The two passwords must be the same, and must not contain the ONE-key ID. */
export function passwordErrors({
  oneKeyId = '',
  password = '',
  confirmPassword = '',
}: Passwords): FieldErrors {
  const errors: FieldErrors = {};
  const personal = personalPassword(password, { oneKeyId: normaliseOneKeyId(oneKeyId), names: [] });
  if (personal) errors.password = personal;
  if (password && password !== confirmPassword) errors.confirmPassword = 'passwordsDiffer';
  return errors;
}

/** In characters as people count them, not in UTF-16 units. */
function length(text: string): number {
  return Array.from(text).length;
}
