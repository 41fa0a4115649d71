import { diffArrays } from 'diff';
import { type CourtCalendar, issueOn } from '@/lib/domain/court/calendar';
import type { IsoDate } from '@/lib/domain/court/day';

/**
 * A copy offered to replace a document that could not be sealed. `repaired-copy`: a technical repair, which
 * keeps the date of receipt once a registrar has approved it. `replacement`: any other document, which takes
 * its own date.
 */
export const SUBSTITUTE_KINDS = ['repaired-copy', 'replacement'] as const;
export type SubstituteKind = (typeof SUBSTITUTE_KINDS)[number];

/**
 * The date of a claim after a document was replaced: that of the replacement's receipt (r. 4.05(8)), but not
 * before the date that the claim already bears, which a registrar may have given it.
 */
export function replacementDate(bears: IsoDate, receivedAt: Date, calendar: CourtCalendar): IsoDate {
  const received = issueOn(receivedAt, calendar);
  return received > bears ? received : bears;
}

/** How the text of a copy compares with that of the original; null if one of them has no readable text. */
export type TextComparison = {
  /** The copy is byte for byte the file whose hash is in the receipt, so there is nothing to compare. */
  isSameFile?: true;
  isSame: boolean | null;
  /** Passages of the original that the copy lacks, and passages of the copy that the original lacks. */
  removed: string[];
  added: string[];
};

/** The most passages of a comparison that are shown, and the most characters of a passage. */
export const MOST_PASSAGES = 50;
const LONGEST_PASSAGE = 200;
/** Texts that differ by more words than this count as entirely different. */
const MOST_EDITS = 2_000;

/** Compares two texts word by word; null stands for a document without text, such as a scan. */
export function compareTexts(original: string | null, copy: string | null): TextComparison {
  if (original === null || copy === null) return { isSame: null, removed: [], added: [] };
  const parts = diffArrays(wordsOf(original), wordsOf(copy), { maxEditLength: MOST_EDITS });
  if (!parts) return { isSame: false, removed: [], added: [] };
  const passages = (which: 'removed' | 'added') =>
    parts
      .filter((part) => part[which])
      .map(({ value }) => shortened(value.join(' ')))
      .slice(0, MOST_PASSAGES);
  const [removed, added] = [passages('removed'), passages('added')];
  return { isSame: removed.length + added.length === 0, removed, added };
}

const shortened = (passage: string) =>
  passage.length > LONGEST_PASSAGE ? `${passage.slice(0, LONGEST_PASSAGE - 1)}…` : passage;

/** Words apart from their typesetting: ligatures, soft hyphens and line breaks are ignored. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .split(/\s+/)
    .filter(Boolean);
}
