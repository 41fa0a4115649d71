import { z } from 'zod';
import { required } from '@/lib/domain/text';

/**
 * The recovery of an account in person: two members of staff each give half of a code to a person who stands before
 * them and shows who they are.
 */

/** `ended`: taken back, replaced by another, or out of tries. */
export type InPersonState = 'begun' | 'confirmed' | 'used' | 'ended';

/** Hours for which both halves are good, from the first. */
export const IN_PERSON_HOURS = 24;

/** Tries for whoever knows one half. Without either half nobody can guess, and nobody else's tries count. */
export const IN_PERSON_TRIES = 5;

/** Where one person alone runs the office, the time between the halves. */
export const IN_PERSON_WAIT_MS = 10 * 60_000;

/** Letters of each half: 40 bits. */
export const HALF_LENGTH = 8;

/** What staff say when they begin. */
export const beginInPersonForm = z.object({
  user: z.uuid(),
  identity: required('enterIdentity', 500),
  lostSteps: z.literal('on').optional(),
});

/** What the person enters. */
export const inPersonCodeForm = z.object({
  oneKeyId: required('enterOneKeyId'),
  firstHalf: required('enterHalf', 60),
  secondHalf: required('enterHalf', 60),
});
