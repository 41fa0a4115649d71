import { z } from 'zod';
import { isCommonPassword } from '@/lib/domain/common-password';
import { localPart, optionalEmail } from '@/lib/domain/email';
import { personalPassword } from '@/lib/domain/personal-password';
import { answersErrors, securityAnswer, securityQuestion } from '@/lib/domain/security-question';
import { type FieldErrors, withRules } from '@/lib/domain/text';

/** In characters as people count them. */
export const PASSWORD_LENGTH = { min: 15, max: 128 };
const ONE_KEY_ID_LENGTH = { min: 8, max: 100 };

/** A ONE-key ID as it is kept and shown: compatibility forms folded, no space around it. */
export function normaliseOneKeyId(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/**
 * The form in which two ONE-key IDs are compared: neither case nor look of the characters makes a difference. What no
 * database keeps as text (NUL, half a character) becomes a space, which no ID has.
 */
export function foldOneKeyId(typed: string): string {
  const folded = normaliseOneKeyId(typed).toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

/** A password as it is hashed and verified: any characters, the same on every keyboard (NIST SP 800-63B-4). */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

/** Letters, numbers and most signs that can be seen, at least one letter; none of `*`, `\`, `+`, `"` or a space. */
function hasOneKeyIdCharacters(id: string): boolean {
  const isInvisible = /[\p{Default_Ignorable_Code_Point}\u2800]/u.test(id);
  return (
    !isInvisible && /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(id) && /\p{L}/u.test(id) && !/[*\\+"]/.test(id)
  );
}

const chosenOneKeyId = z
  .string({ error: 'enterOneKeyId' })
  .overwrite(normaliseOneKeyId)
  .min(1, 'enterOneKeyId')
  .refine((id) => id === '' || length(id) >= ONE_KEY_ID_LENGTH.min, 'oneKeyIdLength')
  .refine((id) => length(id) <= ONE_KEY_ID_LENGTH.max, 'oneKeyIdLength')
  .refine((id) => id === '' || hasOneKeyIdCharacters(id), 'oneKeyIdCharacters')
  .prefault('');

/** A password that is being chosen: long, and not one of those that everybody tries. Nothing else is asked of it. */
export const chosenPassword = z
  .string({ error: 'enterPassword' })
  .overwrite(normalisePassword)
  .min(1, 'enterPassword')
  .refine((password) => password === '' || length(password) >= PASSWORD_LENGTH.min, 'passwordShort')
  .refine((password) => length(password) <= PASSWORD_LENGTH.max, 'passwordLong')
  .refine(
    (password) => length(password) < PASSWORD_LENGTH.min || !isCommonPassword(password),
    'passwordCommon',
  )
  .prefault('');

/** The password typed again. */
export const typedPassword = z.string({ error: 'enterPassword' }).overwrite(normalisePassword).prefault('');

/** ONE-key Account Registration. Whether the ID is taken is for the caller. */
export const signUpForm = withRules(
  z.object({
    oneKeyId: chosenOneKeyId,
    password: chosenPassword,
    confirmPassword: typedPassword,
    acceptTerms: z.literal('on', { error: 'acceptTerms' }),
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

/** Sign-in: only that both were typed; nothing tells which of them is wrong. */
export const signInForm = z.object({
  oneKeyId: z
    .string({ error: 'enterOneKeyId' })
    .overwrite(normaliseOneKeyId)
    .min(1, 'enterOneKeyId')
    .max(200, 'signInFailed')
    .prefault(''),
  password: z
    .string({ error: 'enterPassword' })
    .overwrite(normalisePassword)
    .min(1, 'enterPassword')
    .max(1000, 'signInFailed')
    .prefault(''),
});

/** A new password after recovery. */
export const newPasswordForm = withRules(
  z.object({ password: chosenPassword, confirmPassword: typedPassword }),
  passwordErrors,
);

type Passwords = { oneKeyId?: string; password?: string; confirmPassword?: string; email?: string };

/** The two passwords are the same, and hold neither the ONE-key ID nor the name in the e-mail address. */
export function passwordErrors({
  oneKeyId = '',
  password = '',
  confirmPassword = '',
  email = '',
}: Passwords): FieldErrors {
  const errors: FieldErrors = {};
  const personal = personalPassword(password, {
    oneKeyId: normaliseOneKeyId(oneKeyId),
    names: [localPart(email)],
  });
  if (personal) errors.password = personal;
  if (password && password !== confirmPassword) errors.confirmPassword = 'passwordsDiffer';
  return errors;
}

/** In characters as people count them, not in UTF-16 units. */
function length(text: string): number {
  return Array.from(text).length;
}
