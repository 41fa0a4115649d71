import { z } from 'zod';
import { type FieldErrors, optional, required, withRules } from '@/lib/domain/text';

const isDay = (typed: string) => z.iso.date().safeParse(typed).success;

/** What staff may change of a court office. A notice stands in both languages or in neither. */
export const courtSettings = withRules(
  z.object({
    acceptsFrom: required('enterDate').refine((typed) => !typed || isDay(typed), 'enterDate'),
    acceptsUntil: optional().refine((typed) => !typed || isDay(typed), 'enterDate'),
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
