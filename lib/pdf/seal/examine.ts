import type { DocumentWarning } from '@/lib/domain/claim/document-warning';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { textOf } from '@/lib/pdf/pdf-js/text';
import { findPlaces } from '@/lib/pdf/placement/find-place';
import type { Place } from '@/lib/pdf/read/seal-order';
import { type Inspected, inspect } from '@/lib/pdf/seal/inspect';
import { readingOf } from '@/lib/pdf/seal/read-claim';
import type { RefusalCode } from '@/lib/pdf/syntax/refusal';
import { warningsOf } from '@/lib/pdf/warnings/warnings';

type Accepted = Extract<Inspected, { ok: true }>;
export type Placed = { ok: true; place: Place } | { ok: false; code: RefusalCode };
/** What is asked beside the rest: the text, to be compared, and what the text says of a claim. */
export type Wanted = { withText: boolean; withReading: boolean };

/**
 * `text` is null if the file has none that can be compared, or if it was not asked for; `reading` is null if it was not
 * asked for or takes too long. `warnings` are none until the pages are read.
 */
export type Examined =
  | (Accepted & {
      place: Place;
      warnings: DocumentWarning[];
      text: string | null;
      reading: ClaimReading | null;
    })
  | Extract<Inspected, { ok: false }>;

/** Receives an interim answer. It becomes final if a better one takes too long. */
type Report<T> = (soFar: T) => void;

/**
 * Answers all of the court's questions about an upload in one pass: whether it can be accepted, where its
 * seal goes, what its filer should be told of and, if asked, what its text is and says.
 * @throws PdfRefused
 */
export async function examine(
  bytes: Uint8Array,
  { withText, withReading }: Wanted,
  report: Report<Examined>,
): Promise<Examined> {
  const inspected = inspect(bytes);
  if (!inspected.ok) return inspected;
  const joined = (placed: Placed): Examined =>
    placed.ok ? { ...inspected, place: placed.place, warnings: [], text: null, reading: null } : placed;
  const found = joined(await place(bytes, (unseen) => report(joined(unseen))));
  if (!found.ok) return found;
  report(found);
  const told = { ...found, warnings: warningsOf(bytes) };
  if (!withText && !withReading) return told;
  report(told);
  const text = withText ? await textOf(bytes) : null;
  return { ...told, text, reading: withReading ? await readingOf(bytes, told.pages) : null };
}

/**
 * Finds the place of the seal. It first reports a place that needs no look at the page, and then looks.
 * @throws PdfRefused
 */
export async function place(bytes: Uint8Array, report: Report<Placed>): Promise<Placed> {
  const { unseen, seen } = findPlaces(bytes);
  report(placed(unseen));
  return placed(await seen());
}

const placed = (place: Place): Placed =>
  place.kind === 'nowhere' ? { ok: false, code: 'no-room' } : { ok: true, place };
