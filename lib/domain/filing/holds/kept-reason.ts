import { z } from 'zod';
import type { IsoDate } from '@/lib/domain/court/day';
import { HOLD_REASONS } from '@/lib/domain/filing/hold';
import { HOLD_REMEDIES } from '@/lib/domain/filing/holds/asked';
import { errorKey, isDay, isOneOf, optionalDay, required, requiredDay, withRules } from '@/lib/domain/text';

/** The reasons for holds that registrars keep beside those of the service itself, whose words nobody changes. */

/** Two to forty small letters, digits and hyphens, as the service's own codes have them. */
const CODE = /^[a-z][a-z0-9-]{0,38}[a-z0-9]$/;

/**
 * A reason, or new words for one under the code that it has. The filer is told the sentence in their language. It names
 * nobody and no document.
 */
export const keptReasonForm = withRules(
  z.object({
    reasonCode: required('enterReasonCode', 40).refine(
      (code) => CODE.test(code) && !isOneOf(HOLD_REASONS, code),
      errorKey('reasonCode'),
    ),
    wordsEn: required('enterReasonWords', 400),
    wordsFr: required('enterReasonWords', 400),
    remedy: z.enum(HOLD_REMEDIES, { error: errorKey('chooseRemedy') }),
    activeFrom: requiredDay(),
    activeUntil: optionalDay(),
    keepingReason: required('enterReason', 500),
  }),
  ({ activeFrom, activeUntil }) =>
    isDay(activeFrom) && isDay(activeUntil) && activeUntil < activeFrom
      ? { activeUntil: errorKey('untilBeforeFrom') }
      : {},
);

/** The last day of a reason that is in force. */
export const endingForm = z.object({
  endedReason: z.uuid({ error: errorKey('chooseHoldReason') }),
  endsOn: requiredDay(),
  endingReason: required('enterReason', 500),
});

/** The sentence for a reader. */
export const keptWords = (words: { wordsEn: string; wordsFr: string }, locale: 'en' | 'fr'): string =>
  locale === 'fr' ? words.wordsFr : words.wordsEn;

type Active = { activeFrom: IsoDate; activeUntil: IsoDate | null };

/** Whether a reason is in force on a day; its last day counts. */
export function isActiveOn({ activeFrom, activeUntil }: Active, day: IsoDate): boolean {
  return activeFrom <= day && (activeUntil === null || day <= activeUntil);
}

/** Whether staff may still use it, or will be able to. */
export const isOver = ({ activeUntil }: Active, day: IsoDate): boolean =>
  activeUntil !== null && activeUntil < day;
