import { z } from 'zod';

const LONGEST = 254;
const emailAddress = z.email();

/** Compatibility forms are folded before anything looks at the address, so that no look-alike passes for its @. */
function mend(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** An e-mail address that must be given: one ASCII @, plain letters; as typed but trimmed. */
export function requiredEmail() {
  return z
    .string({ error: 'checkEmail' })
    .overwrite(mend)
    .min(1, 'enterEmail')
    .max(LONGEST, 'checkEmail')
    .refine(isEmail, 'checkEmail')
    .prefault('');
}

/** An e-mail address that may be left out; then it is the empty text. */
export function optionalEmail() {
  return z
    .string({ error: 'checkEmail' })
    .overwrite(mend)
    .max(LONGEST, 'checkEmail')
    .refine((email) => email === '' || isEmail(email), 'checkEmail')
    .prefault('');
}

/** The form in which two addresses are compared. */
export function foldEmail(email: string): string {
  return mend(email).toLowerCase();
}

function isEmail(text: string): boolean {
  return emailAddress.safeParse(text).success;
}
