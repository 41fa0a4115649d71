import { readClaimLines } from '@/lib/domain/claim/reading/read';
import { type ClaimReading, nothingRead } from '@/lib/domain/claim/reading/reading';
import { linesOf } from '@/lib/pdf/pdf-js/lines';
import { type Inspected, inspect } from '@/lib/pdf/seal/inspect';

export type ReadDocument = { ok: true; reading: ClaimReading } | Extract<Inspected, { ok: false }>;

/** What the text of a document that can be accepted says. A document that cannot be read says nothing. */
export async function readDocument(bytes: Uint8Array): Promise<ReadDocument> {
  const inspected = inspect(bytes);
  if (!inspected.ok) return inspected;
  const read = await linesOf(bytes);
  const reading = read ? readClaimLines(read.lines, inspected.pages) : nothingRead(inspected.pages, false);
  return { ok: true, reading };
}
