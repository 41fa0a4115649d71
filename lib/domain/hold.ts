import type { RefusalCode } from '@/lib/domain/document';

/** Why a filing is on hold: its document cannot be sealed, or is not what was submitted. Messages `holdReason.*`. */
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
] as const satisfies (RefusalCode | 'stored-bytes-differ')[];
export type HoldReason = (typeof HOLD_REASONS)[number];

export function isHoldReason(code: string): code is HoldReason {
  return HOLD_REASONS.some((reason) => reason === code);
}

/** A machine under load, or a storage that fell over, may be the cause of these. */
const mayPass: HoldReason[] = ['too-slow', 'too-complex', 'stored-bytes-differ'];
const triesOfWhatMayPass = 3;

/**
 * Whether a filing whose try failed with a code goes on hold after so many tries. What is no reason to hold, such as a
 * storage that does not answer, is tried for ever.
 */
export function goesOnHold(code: string, attempts: number): code is HoldReason {
  if (!isHoldReason(code)) return false;
  return attempts >= (mayPass.includes(code) ? triesOfWhatMayPass : 1);
}
