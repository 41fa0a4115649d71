import type { DocumentWarning, WarningKind } from '@/lib/domain/claim/document-warning';

/** What a mended copy of a document changes. The original is kept, and a signed file is never mended. */

/** The paper that a page was made for; messages `mending.papers.*`. */
export type Paper = 'a4' | 'a3' | 'a5' | 'legal' | 'tabloid' | 'other';

/** A page that is put on Letter paper: its size before in whole millimetres, and its scale in percent. */
export type Resized = { paper: Paper; width: number; height: number; percent: number };

/** What changes on one page. */
export type MendedPage = {
  /** Its number in the original, from 1. */
  page: number;
  /** Its number in the copy; null if it is left out. */
  becomes: number | null;
  turned?: true;
  resized?: Resized;
  flattened?: true;
};

export type Mending = {
  /** The pages that change, in their order. */
  pages: MendedPage[];
  /** The copy has none of its owner's restrictions. */
  unlocked: boolean;
};

/** Why a document is not mended; messages `errors.notMended.*`. */
export const NOT_MENDED = ['signed', 'nothing', 'differs', 'failed'] as const;
export type NotMended = (typeof NOT_MENDED)[number];

const mendable: readonly WarningKind[] = [
  'owner-restrictions',
  'fields-not-flattened',
  'sideways-pages',
  'not-letter',
  'blank-pages',
];

/** Whether something that a filer was told of can be mended for them. */
export const canBeMended = (warnings: readonly DocumentWarning[]): boolean =>
  warnings.some(({ kind }) => mendable.includes(kind)) && !warnings.some(({ kind }) => kind === 'signed');

/** Whether nothing changes. */
export const isNothing = ({ pages, unlocked }: Mending): boolean => pages.length === 0 && !unlocked;
