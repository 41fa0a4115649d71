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
  'cannot-be-sealed',
] as const satisfies (RefusalCode | 'stored-bytes-differ' | 'cannot-be-sealed')[];
export type HoldReason = (typeof HOLD_REASONS)[number];

export function isHoldReason(code: string): code is HoldReason {
  return HOLD_REASONS.some((reason) => reason === code);
}

/** A machine under load, or a storage that fell over, may be the cause of these; the last is for what nobody foresaw. */
const mayPass: HoldReason[] = ['too-slow', 'too-complex', 'stored-bytes-differ', 'cannot-be-sealed'];
const triesOfWhatMayPass = 3;

/**
 * Whether a filing whose try failed with a code goes on hold. What may pass is tried three times, and twice running for
 * the same reason: a try whose process was killed counts, but says nothing of the document. What is no reason to hold,
 * such as a storage that does not answer, is tried for ever.
 * @param lastError the code of the try before, or null
 */
export function goesOnHold(code: string, attempts: number, lastError: string | null): code is HoldReason {
  if (!isHoldReason(code)) return false;
  return !mayPass.includes(code) || (attempts >= triesOfWhatMayPass && lastError === code);
}
