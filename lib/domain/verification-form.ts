import { z } from 'zod';
import { FILE_NUMBER } from '@/lib/domain/filing';
import { required } from '@/lib/domain/text';
import { readVerificationCode } from '@/lib/domain/verification';

/** The forms by which anyone asks whether the court issued a document. */

const sha256 = z.string({ error: 'unreadable' }).regex(/^[0-9a-f]{64}$/, 'unreadable');

const marked = z.string({ error: 'unreadable' }).max(40, 'unreadable').optional();

/** What the browser read from a file; number and code are those of the mark in it, if it has one. */
export const fileForm = z.object({ sha256, fileNumber: marked, code: marked });

/** A court file number as it was typed: without regard to case, spaces and the kind of its dashes. */
const plainNumber = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/\p{Dash}/gu, '-');

/** What stands on a document; `sha256` is that of the file that was checked just before, if one was. */
export const numberForm = z.object({
  fileNumber: required('enterFileNumber')
    .transform(plainNumber)
    .refine((typed) => FILE_NUMBER.test(typed), 'checkFileNumber'),
  code: required('enterCode')
    .refine((typed) => readVerificationCode(typed) !== undefined, 'checkCode')
    .transform((typed) => readVerificationCode(typed) ?? ''),
  sha256: sha256.optional(),
});
