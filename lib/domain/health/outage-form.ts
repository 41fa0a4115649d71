import { fromZonedTime } from 'date-fns-tz';
import { z } from 'zod';
import { COURT_ZONE, type IsoDate } from '@/lib/domain/court/day';
import {
  errorKey,
  type FieldErrors,
  isDay,
  optional,
  optionalDay,
  required,
  requiredDay,
  withRules,
} from '@/lib/domain/text';

const clock = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/;
const isClockOrEmpty = (typed: string) => !typed || clock.test(typed);
const isClock = (typed: string) => clock.test(typed);

/** The instant of a day and a time in Toronto, both as they were typed. */
export function instantOf(on: IsoDate, typed: string): Date {
  const [, hour = '', minute = ''] = clock.exec(typed) ?? [];
  return fromZonedTime(`${on}T${hour.padStart(2, '0')}:${minute}:00`, COURT_ZONE);
}

const time = required('enterTime', 5).refine(isClockOrEmpty, errorKey('enterTime'));
const optionalTime = optional(5).refine(isClockOrEmpty, errorKey('enterTime'));

/** When an outage began, when it ended if it did, and what could not be used, in both languages. */
export const outageForm = withRules(
  z.object({
    ...{ startOn: requiredDay(), startTime: time, endOn: optionalDay(), endTime: optionalTime },
    ...{ whatEn: required('enterWhat', 300), whatFr: required('enterWhat', 300) },
  }),
  ({ startOn, startTime, endOn, endTime }): FieldErrors => {
    if (endOn && !endTime) return { endTime: 'enterTime' };
    if (endTime && !endOn) return { endOn: 'enterDate' };
    const isWhole = isDay(startOn) && isClock(startTime) && isDay(endOn) && isClock(endTime);
    const isCrossed = isWhole && instantOf(endOn, endTime) <= instantOf(startOn, startTime);
    return isCrossed ? { endOn: 'untilBeforeFrom' } : {};
  },
);

/** Which declaration of an outage is taken back, and why. */
export const outageRetractionForm = z.object({
  outage: z.uuid(),
  retractionReason: required('enterReason', 500),
});

/** When an outage ended that was declared before. */
export const outageEndForm = z.object({ outage: z.uuid(), endedOn: requiredDay(), endedTime: time });
