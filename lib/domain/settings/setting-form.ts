import { z } from 'zod';
import { isKnownNature, NATURES } from '@/lib/domain/settings/nature';
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

/** Two to forty small letters, digits and hyphens. */
const CODE = /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/;

const offered = z.enum(['yes', 'no'], { error: errorKey('chooseOffered') });

/** A nature of a claim: words for one that there is, or another under a code of its own. */
export const natureForm = z.object({
  natureCode: required('enterNatureCode', 40).refine(
    (code) => !code || isKnownNature(code) || CODE.test(code),
    errorKey('natureCode'),
  ),
  natureEn: required('enterNatureWords', 120),
  natureFr: required('enterNatureWords', 120),
  countsAs: z.enum(NATURES, { error: errorKey('chooseCountsAs') }),
  natureOffered: offered,
  natureFrom: requiredDay(),
  natureReason: reason,
});

/** A name that closures of the offices are given, under its code. */
export const closureNameForm = z.object({
  nameCode: required('enterNameCode', 40).refine((code) => !code || CODE.test(code), errorKey('nameCode')),
  keptNameEn: required('enterClosureName', 100),
  keptNameFr: required('enterClosureName', 100),
  nameOffered: offered,
  nameFrom: requiredDay(),
  keptNameReason: reason,
});
