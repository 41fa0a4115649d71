import { z } from 'zod';
import { optional, required } from '@/lib/domain/text';

/** The second steps of signing in, and the forms that ask for them. */

/** Letters and digits of Crockford's base 32: none is mistaken for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 16;

export const RECOVERY_CODES = 10;

/** A recovery code of 80 random bits, in groups of four. @param bytes sixteen random ones */
export function recoveryCodeFrom(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte % alphabet.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** A recovery code as it is compared: neither case, nor signs between, nor O for 0 and I or L for 1 make a difference. */
export function normaliseRecoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

const oneTimeCode = z
  .string({ error: 'enterOneTimeCode' })
  .overwrite((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
  .regex(/^\d{6}$/, 'enterOneTimeCode')
  .prefault('');

const next = z.string().optional();

export const oneTimeCodeForm = z.object({ oneTimeCode, next });
export const recoveryCodeForm = z.object({ recoveryCode: required('enterRecoveryCode', 60), next });

/** What the browser made of a passkey, as JSON; its content is examined by signature, not by shape. */
const passkeyResponse = z
  .string({ error: 'passkeyFailed' })
  .max(20_000, 'passkeyFailed')
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue({ code: 'custom', message: 'passkeyFailed' });
      return z.NEVER;
    }
  })
  .pipe(z.looseObject({ id: z.string('passkeyFailed').max(2_000, 'passkeyFailed') }, 'passkeyFailed'));

export const passkeyForm = z.object({ passkeyResponse, next });
/** A name may be left out: by then the browser has made the passkey, which is not to be lost for want of one. */
export const newPasskeyForm = z.object({ name: optional(60), passkeyResponse, next });
