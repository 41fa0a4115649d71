import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/lib/domain/document';
import { type ChainedEntry, REGISTER_KINDS } from '@/lib/domain/register';

/** An entry as a line of the file in which the register is published: JSON, one entry a line. */
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

/** The entry of a line, or undefined where the line is none. */
export function readRegisterLine(text: string): ChainedEntry | undefined {
  try {
    const read = line.safeParse(JSON.parse(text)).data;
    return read && { ...read, recordedAt: new Date(read.recordedAt) };
  } catch {
    return undefined;
  }
}
