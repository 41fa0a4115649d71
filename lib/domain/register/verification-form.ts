import { z } from 'zod';
import { FILE_NUMBER } from '@/lib/domain/filing/filing';
import { readVerificationCode } from '@/lib/domain/register/verification';
import { errorKey, required } from '@/lib/domain/text';

/** The forms with which anyone asks whether the court issued a document. */

const sha256 = z.string({ error: errorKey('unreadable') }).regex(/^[0-9a-f]{64}$/, errorKey('unreadable'));

const marked = z
  .string({ error: errorKey('unreadable') })
  .max(40, errorKey('unreadable'))
  .optional();

/** The data that the browser read from a file. Number and code are those of its mark, if it has one. */
export const fileForm = z.object({ sha256, fileNumber: marked, code: marked });

/** A court file number as typed. Case, spaces and the kind of dashes make no difference. */
const plainNumber = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/\p{Dash}/gu, '-');

/** The data printed on a document; `sha256` is that of the file that was checked just before, if any. */
export const numberForm = z.object({
  fileNumber: required('enterFileNumber')
    .transform(plainNumber)
    .refine((typed) => FILE_NUMBER.test(typed), errorKey('checkFileNumber')),
  code: required('enterCode')
    .refine((typed) => readVerificationCode(typed) !== undefined, errorKey('checkCode'))
    .transform((typed) => readVerificationCode(typed) ?? ''),
  sha256: sha256.optional(),
});
