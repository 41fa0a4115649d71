import type { RefusalCode } from '@/lib/domain/claim/document';

/**
 * Why the service itself puts a filing on hold: a document cannot be sealed, or is not what was submitted. Messages
 * `holdReason.*`.
 */
export const SERVICE_REASONS = [
  'not-a-pdf',
  'password',
  'no-pages',
  'corrupt',
  'foreign-encryption',
  'dynamic-form',
  'active-content',
  'embedded-files',
  'changing-layers',
  'certified-final',
  'already-sealed',
  'no-room',
  'too-slow',
  'too-complex',
  'stored-bytes-differ',
  'file-gone',
  'cannot-be-sealed',
] as const satisfies (RefusalCode | 'stored-bytes-differ' | 'file-gone' | 'cannot-be-sealed')[];
/** With that of holds for a reason of the catalogue that staff keep (lib/domain/filing/holds). */
export const HOLD_REASONS = [...SERVICE_REASONS, 'by-staff'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

function isHoldReason(code: string): code is HoldReason {
  return HOLD_REASONS.some((reason) => reason === code);
}

/**
 * Attempts before a filing goes on hold for a reason that may pass, such as a loaded machine or a failed
 * storage. A storage without its folder lacks the files of all filings. Eight attempts take an hour, so that
 * somebody can mend the storage before every filing goes on hold.
 */
const MOST_ATTEMPTS: Partial<Record<HoldReason, number>> = {
  'too-slow': 3,
  'too-complex': 3,
  'stored-bytes-differ': 3,
  'file-gone': 8,
  'cannot-be-sealed': 3,
};

/**
 * Whether a filing goes on hold after an attempt that failed with `code`. A reason that may pass must fail
 * several attempts, the last two in a row. An attempt whose process was killed counts, but says nothing about
 * the document. A code that is no hold reason, such as that of an unreachable storage, never leads to a hold.
 * @param lastError the code of the attempt before, or null
 */
export function goesOnHold(code: string, attempts: number, lastError: string | null): code is HoldReason {
  if (!isHoldReason(code)) return false;
  const most = MOST_ATTEMPTS[code];
  return most === undefined || (attempts >= most && lastError === code);
}

/**
 * Whether the cause lies in the document alone, so that a filing goes on hold again until it has another one, or the
 * service learns to seal this one.
 */
export const liesInDocument = (reason: HoldReason): boolean =>
  reason !== 'by-staff' && MOST_ATTEMPTS[reason] === undefined;
