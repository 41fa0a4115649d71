import { z } from 'zod';
import { areParallel, readTerms } from '@/lib/domain/settings/terms-text';
import {
  errorKey,
  type FieldErrors,
  isDay,
  optional,
  optionalDay,
  required,
  requiredDay,
  tidy,
  withRules,
} from '@/lib/domain/text';

const reason = required('enterReason', 500);

/** Whole dollars as people type them: 243, 1,000 or 1 000. */
const money = required('enterDollars', 12)
  .overwrite((typed) => typed.replace(/[$,\s]/g, ''))
  .refine((typed) => !typed || /^[1-9]\d{0,6}$/.test(typed), errorKey('enterDollars'));

export const feeForm = z.object({ feeFrom: requiredDay(), dollars: money, feeReason: reason });

export const limitsForm = withRules(
  z.object({ limitsFrom: requiredDay(), smallClaims: money, simplified: money, limitsReason: reason }),
  ({ smallClaims, simplified }): FieldErrors =>
    Number(smallClaims) > Number(simplified) ? { simplified: 'limitsCrossed' } : {},
);

/** A notice in both languages, or in neither: then there is none from that day on. */
export const noticeForm = withRules(
  z.object({
    siteNoticeEn: optional(600),
    siteNoticeFr: optional(600),
    noticeFrom: requiredDay(),
    noticeUntil: optionalDay(),
    noticeReason: reason,
  }),
  ({ siteNoticeEn, siteNoticeFr, noticeFrom, noticeUntil }): FieldErrors => ({
    ...(siteNoticeFr && !siteNoticeEn && { siteNoticeEn: 'noticeInBothLanguages' }),
    ...(siteNoticeEn && !siteNoticeFr && { siteNoticeFr: 'noticeInBothLanguages' }),
    ...(isDay(noticeUntil) && noticeUntil < noticeFrom && { noticeUntil: 'untilBeforeFrom' }),
  }),
);

const longest = 40_000;

/** A text of several lines: each is as `tidy` has it. */
const lines = z
  .string({ error: errorKey('enterTerms') })
  .overwrite((typed) => typed.split(/\r?\n/).map(tidy).join('\n').trim())
  .max(longest, errorKey('tooLong'))
  .refine((typed) => readTerms(typed).length > 0, errorKey('enterTerms'))
  .prefault('');

export const termsForm = withRules(
  z.object({ termsFrom: requiredDay(), termsEn: lines, termsFr: lines, termsReason: reason }),
  ({ termsEn, termsFr }): FieldErrors =>
    termsEn && termsFr && !areParallel(termsEn, termsFr) ? { termsFr: 'termsNotParallel' } : {},
);
