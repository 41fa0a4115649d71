import type { RefusalCode } from '@/lib/domain/document';

/** Why a filing is on hold: a document cannot be sealed, or is not what was submitted. Messages `holdReason.*`. */
export const HOLD_REASONS = [
  'not-a-pdf',
  'password',
  'no-pages',
  'corrupt',
  'foreign-encryption',
  'dynamic-form',
  'certified-final',
  'already-sealed',
  'no-room',
  'too-slow',
  'too-complex',
  'stored-bytes-differ',
  'file-gone',
  'cannot-be-sealed',
] as const satisfies (RefusalCode | 'stored-bytes-differ' | 'file-gone' | 'cannot-be-sealed')[];
export type HoldReason = (typeof HOLD_REASONS)[number];

export function isHoldReason(code: string): code is HoldReason {
  return HOLD_REASONS.some((reason) => reason === code);
}

/**
 * How often is tried what a machine under load, or a storage that fell over, may be the cause of. A storage that has lost
 * its folder has no file of any filing: an hour of tries, so that not all go on hold for what is mended by then.
 */
const triesOfWhatMayPass: Partial<Record<HoldReason, number>> = {
  'too-slow': 3,
  'too-complex': 3,
  'stored-bytes-differ': 3,
  'file-gone': 8,
  'cannot-be-sealed': 3,
};

/**
 * Whether a filing whose try failed with a code goes on hold. What may pass is tried a few times, and twice running for
 * the same reason: a try whose process was killed counts, but says nothing of the document. What is no reason to hold,
 * such as a storage that does not answer, is tried for ever.
 * @param lastError the code of the try before, or null
 */
export function goesOnHold(code: string, attempts: number, lastError: string | null): code is HoldReason {
  if (!isHoldReason(code)) return false;
  const tries = triesOfWhatMayPass[code];
  return tries === undefined || (attempts >= tries && lastError === code);
}
