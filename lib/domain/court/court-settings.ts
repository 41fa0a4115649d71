import { z } from 'zod';
import {
  type FieldErrors,
  isDay,
  optional,
  optionalDay,
  required,
  requiredDay,
  withRules,
} from '@/lib/domain/text';

/** Staff's settings for a court office. A notice is in both languages or in neither. */
export const courtSettings = withRules(
  z.object({
    acceptsFrom: requiredDay(),
    acceptsUntil: optionalDay(),
    noticeEn: optional(600),
    noticeFr: optional(600),
    address: required('enterAddress'),
  }),
  ({ acceptsFrom, acceptsUntil, noticeEn, noticeFr }): FieldErrors => ({
    ...(acceptsUntil &&
      isDay(acceptsUntil) &&
      acceptsUntil < acceptsFrom && { acceptsUntil: 'untilBeforeFrom' }),
    ...(noticeFr && !noticeEn && { noticeEn: 'noticeInBothLanguages' }),
    ...(noticeEn && !noticeFr && { noticeFr: 'noticeInBothLanguages' }),
  }),
);
export type CourtSettings = z.output<typeof courtSettings>;
