import { z } from 'zod';

const LONGEST = 254;
const emailAddress = z.email();

/** Compatibility forms are folded before anything looks at the address, so that no look-alike passes for its @. */
function mend(typed: string): string {
  return typed.normalize('NFKC').trim();
}

/** An e-mail address that may be left out, then it is the empty text: one ASCII @, as typed but trimmed. */
export function optionalEmail() {
  return z
    .string({ error: 'checkEmail' })
    .overwrite(mend)
    .refine((email) => email === '' || isEmail(email), 'checkEmail')
    .prefault('');
}

/** An e-mail address that must be given. */
export function requiredEmail() {
  return optionalEmail().refine((email) => email !== '', 'enterEmail');
}

/** The form in which two addresses are compared. */
export function foldEmail(email: string): string {
  return mend(email).toLowerCase();
}

/** What stands before the @: often the person's name. */
export function localPart(email: string): string {
  return email.slice(0, Math.max(email.lastIndexOf('@'), 0));
}

function isEmail(text: string): boolean {
  return text.length <= LONGEST && emailAddress.safeParse(text).success;
}
