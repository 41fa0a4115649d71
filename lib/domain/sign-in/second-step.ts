import { z } from 'zod';
import { inGroups, toCrockford, withoutLookalikes } from '@/lib/domain/crockford';
import { errorKey, optional, required } from '@/lib/domain/text';

/** The second steps of signing in, and the forms that ask for them. */

export const RECOVERY_CODES = 10;

/** A code of 80 random bits to read and to type, in groups of four. @param bytes ten random bytes */
export function longCodeFrom(bytes: Uint8Array): string {
  return inGroups(toCrockford(bytes));
}

/**
 * The form in which such codes are compared. Case, punctuation, O for 0, and I or L for 1 make no
 * difference.
 */
export function normaliseLongCode(typed: string): string {
  return withoutLookalikes(typed.normalize('NFKC')).replace(/[^0-9A-Z]/g, '');
}

const oneTimeCode = z
  .string({ error: errorKey('enterOneTimeCode') })
  .overwrite((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
  .regex(/^\d{6}$/, errorKey('enterOneTimeCode'))
  .prefault('');

const next = z.string().optional();

export const oneTimeCodeForm = z.object({ oneTimeCode, next });
export const recoveryCodeForm = z.object({ recoveryCode: required('enterRecoveryCode', 60), next });

/** The browser's answer for a passkey, as JSON. Its shape and its signature are checked later, not here. */
const passkeyResponse = z
  .string({ error: errorKey('passkeyFailed') })
  .max(20_000, errorKey('passkeyFailed'))
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: 'custom', message: 'passkeyFailed' });
      return z.NEVER;
    }
  })
  .pipe(
    z.looseObject(
      { id: z.string(errorKey('passkeyFailed')).max(2_000, errorKey('passkeyFailed')) },
      errorKey('passkeyFailed'),
    ),
  );

export const passkeyForm = z.object({ passkeyResponse, next });
/**
 * The name is optional: the browser has already made the passkey, which must not be lost for want of a name.
 */
export const newPasskeyForm = z.object({ name: optional(60), passkeyResponse, next });
