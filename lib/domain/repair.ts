/**
 * A copy offered in the place of a document that could not be sealed. `same-content`: a technical repair, which keeps
 * the date of receipt once a registrar has approved it. `replacement`: anything else, which takes the date of its own.
 */
export const REPAIR_KINDS = ['same-content', 'replacement'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** How the text of a copy compares with that of the original; null where one of them has no text that can be read. */
export type TextComparison = {
  isSame: boolean | null;
  /** Passages of the original that the copy lacks, and of the copy that the original lacks. */
  removed: string[];
  added: string[];
};
