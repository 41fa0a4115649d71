import { formatInTimeZone } from 'date-fns-tz';
import { z } from 'zod';
import { type Contact, counterContactForm } from '@/lib/domain/contact/contact';
import { optionalEmail } from '@/lib/domain/contact/email';
import { joinProvince } from '@/lib/domain/contact/postal-address';
import { courtDay } from '@/lib/domain/court/calendar';
import { COURT_ZONE } from '@/lib/domain/court/day';
import { errorKey, optional, required, requiredDay } from '@/lib/domain/text';

/** The accounts began on October 23, 2017: nothing was handed in for this service before. */
const SERVICE_BEGAN = '2017-10-23';

/** The ID of the account in which the counter keeps filings of people without one. Nobody can have it: an ID has no space. */
export const COUNTER = 'court counter';

/** A claim that was handed in on paper at the counter, as a clerk entered it; kept with its draft. */
export type Paper = {
  /** Who handed it in, as they stated at the counter. */
  contact: Contact;
  /** The instant at which it was handed in, which decides its date (r. 4.05(8)). ISO 8601, UTC. */
  receivedAt: string;
  /** Why it is entered on a later day than it was received; else ''. */
  lateReason: string;
  /** An address that an account confirmed: the claim is filed for that account. '' for none. */
  accountEmail: string;
};

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The entries of a clerk's form. `paperFault` says what depends on the time. */
export const paperForm = z.intersection(
  z.preprocess((fields) => joinProvince(fields as Record<string, unknown>), counterContactForm),
  z.object({
    /** The reference of the draft, once there is one. */
    draft: optional(20),
    receivedOn: requiredDay(),
    receivedTime: required('enterTime', 5).refine(
      (typed) => !typed || time.test(typed),
      errorKey('enterTime'),
    ),
    lateReason: optional(500),
    accountEmail: optionalEmail(),
  }),
);

/** The time of an instant in Toronto, `HH:MM`. */
export const timeOf = (at: Date): string => formatInTimeZone(at, COURT_ZONE, 'HH:mm');

/** Why nothing can have been received at this instant, or a reason is missing; else undefined. */
export function paperFault(
  receivedAt: Date,
  lateReason: string,
  courtNow: Date,
): 'receivedInFuture' | 'receivedTooEarly' | 'enterLateReason' | undefined {
  if (receivedAt > courtNow) return 'receivedInFuture';
  if (courtDay(receivedAt) < SERVICE_BEGAN) return 'receivedTooEarly';
  return courtDay(receivedAt) < courtDay(courtNow) && lateReason === '' ? 'enterLateReason' : undefined;
}
