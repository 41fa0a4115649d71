import { readClaimLines } from '@/lib/domain/claim/reading/read';
import { type ClaimReading, nothingRead } from '@/lib/domain/claim/reading/reading';
import { linesOf } from '@/lib/pdf/pdf-js/lines';
import { type Inspected, inspect } from '@/lib/pdf/seal/inspect';

export type ReadDocument = { ok: true; reading: ClaimReading } | Extract<Inspected, { ok: false }>;

/** What the text of a document that can be accepted says. A document that cannot be read says nothing. */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument> {
  const inspected = inspect(bytes);
  if (!inspected.ok) return inspected;
  return { ok: true, reading: await readingOf(bytes, inspected.pages) };
}

/** What the text of a file with so many pages says. */
export async function readingOf(bytes: Uint8Array, pages: number): Promise<ClaimReading> {
  const read = await linesOf(bytes);
  if (!read) return nothingRead(pages, false);
  return { ...readClaimLines(read.lines, pages), sideways: read.sideways };
}
