import { diffArrays } from 'diff';
import { type CourtCalendar, issueOn } from '@/lib/domain/calendar';
import type { IsoDate } from '@/lib/domain/day';

/**
 * A copy offered in the place of a document that could not be sealed. `same-content`: a technical repair, which keeps
 * the date of receipt once a registrar has approved it. `replacement`: anything else, which takes the date of its own.
 */
export const REPAIR_KINDS = ['same-content', 'replacement'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/**
 * The date that a claim bears once a document was replaced: that of the replacement's receipt (r. 4.05(8)), but none
 * before the date that the claim bears already, which a registrar may have given it.
 */
export function replacementDate(bears: IsoDate, receivedAt: Date, calendar: CourtCalendar): IsoDate {
  const received = issueOn(receivedAt, calendar);
  return received > bears ? received : bears;
}

/** How the text of a copy compares with that of the original; null where one of them has no text that can be read. */
export type TextComparison = {
  /** Byte for byte the file whose hash is in the receipt: then nothing is left to compare. */
  isSameFile?: true;
  isSame: boolean | null;
  /** Passages of the original that the copy lacks, and of the copy that the original lacks. */
  removed: string[];
  added: string[];
};

/** The most that is shown of a comparison; a passage in characters. */
export const MOST_PASSAGES = 50;
const LONGEST_PASSAGE = 200;
/** Texts that differ by more words than this are simply other texts. */
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

/** Words without regard to how they are set: ligatures, soft hyphens and line breaks are the typesetter's. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .split(/\s+/)
    .filter(Boolean);
}
