import type { SubstituteKind } from '@/lib/domain/filing/substitute';

/**
 * What a filer can do about a hold, which decides what keeps the date. `repaired-copy`: a repaired copy of the same document
 * keeps it once a registrar has approved it, and any other document takes its own date (r. 4.05(8)). `replacement`: only
 * another document is taken, under its own date. `none`: nothing is asked of the filer, and the claim keeps its date.
 */
export const HOLD_REMEDIES = ['repaired-copy', 'replacement', 'none'] as const;
export type HoldRemedy = (typeof HOLD_REMEDIES)[number];

/** Whether a copy of this kind is taken for a document of such a hold. */
export function isTaken(remedy: HoldRemedy, kind: SubstituteKind): boolean {
  return remedy === 'repaired-copy' || (remedy === 'replacement' && kind === 'replacement');
}

/** For which documents a filing is on hold, and whether for a reason of the catalogue that staff keep. */
export type HeldFor = {
  heldDocument: string | null;
  furtherHeld: readonly string[];
  keptReasonId: string | null;
};

/**
 * The documents of which the filer is asked for another copy; the others stay as they are. Null for any of them: a hold
 * from before holds named a document.
 */
export function askedDocuments({ heldDocument, furtherHeld, keptReasonId }: HeldFor): string[] | null {
  if (heldDocument === null) return keptReasonId === null ? null : [];
  return [heldDocument, ...furtherHeld];
}

/** Whether the filer is asked for another copy of this document. */
export function isAskedFor(hold: HeldFor, documentId: string): boolean {
  return askedDocuments(hold)?.includes(documentId) ?? true;
}

/** The documents that are still asked for once this one is there. */
export function stillAsked(hold: HeldFor, documentId: string): string[] {
  return (askedDocuments(hold) ?? []).filter((id) => id !== documentId);
}
