import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/lib/domain/claim/document';
import { type ChainedEntry, REGISTER_KINDS } from '@/lib/domain/register/register';

/** An entry as a line of the published register: JSON, one entry a line. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const line = z.strictObject({
  entry: z.int().positive(),
  kind: z.enum(REGISTER_KINDS),
  reference: z.string(),
  fileNumber: z.string().nullable(),
  court: z.string(),
  issuedOn: z.iso.date(),
  recordedAt: z.iso.datetime({ precision: 3 }),
  documents: z.array(z.strictObject({ kind: z.enum(DOCUMENT_KINDS), sha256: hash })),
  previous: hash,
  hash,
});

/** The line of an entry, without its line feed. */
export function writeRegisterLine(entry: ChainedEntry): string {
  const { entry: number, kind, reference, fileNumber, court, issuedOn, recordedAt, documents } = entry;
  const written: z.input<typeof line> = {
    ...{ entry: number, kind, reference, fileNumber, court, issuedOn, recordedAt: recordedAt.toISOString() },
    documents: documents.map((document) => ({ kind: document.kind, sha256: document.sha256 })),
    ...{ previous: entry.previous, hash: entry.hash },
  };
  return JSON.stringify(written);
}

/**
 * The entry in a line, or undefined if there is none. A line says the same to every reader only as it was written: one
 * program keeps the first of two values under one key, another the last.
 */
export function readRegisterLine(text: string): ChainedEntry | undefined {
  try {
    const read = line.safeParse(JSON.parse(text)).data;
    const entry = read && { ...read, recordedAt: new Date(read.recordedAt) };
    return entry && writeRegisterLine(entry) === text ? entry : undefined;
  } catch {
    return undefined;
  }
}
