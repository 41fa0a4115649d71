import { z } from 'zod';
import { versionOfCourt } from '@/lib/domain/court/court';
import {
  type FieldErrors,
  isDay,
  optional,
  optionalDay,
  required,
  requiredDay,
  withRules,
} from '@/lib/domain/text';

/**
 * What is proposed for a court office, from which day on, and why. A notice is in both languages or in neither. The county,
 * district or region is written as after the municipality: "County of Simcoe", « comté de Simcoe ».
 */
export const courtForm = withRules(
  z.object({
    court: required('chooseCourt', 60),
    countyEn: required('enterCounty', 100),
    countyFr: required('enterCounty', 100),
    address: required('enterAddress'),
    acceptsFrom: requiredDay(),
    acceptsUntil: optionalDay(),
    noticeEn: optional(600),
    noticeFr: optional(600),
    courtFrom: requiredDay(),
    courtReason: required('enterReason', 500),
  }),
  ({ acceptsFrom, acceptsUntil, noticeEn, noticeFr }): FieldErrors => ({
    ...(acceptsUntil &&
      isDay(acceptsUntil) &&
      acceptsUntil < acceptsFrom && { acceptsUntil: 'untilBeforeFrom' }),
    ...(noticeFr && !noticeEn && { noticeEn: 'noticeInBothLanguages' }),
    ...(noticeEn && !noticeFr && { noticeFr: 'noticeInBothLanguages' }),
  }),
);
type TypedCourt = z.output<typeof courtForm>;

/** The version of an office that a form means. */
export const versionTyped = ({ court, acceptsUntil, ...typed }: TypedCourt) =>
  versionOfCourt({ ...typed, id: court, acceptsUntil: acceptsUntil || null });
