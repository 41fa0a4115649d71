import { z } from 'zod';
import { DOCUMENT_KINDS } from '@/lib/domain/claim/document';
import { type ChainedEntry, FILING_EVENTS } from '@/lib/domain/register/register';

/** An entry as a line of the published register: JSON, one entry a line. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const recordedAt = z.iso.datetime({ precision: 3 });
const filingLine = z.strictObject({
  entry: z.int().positive(),
  kind: z.enum(FILING_EVENTS),
  reference: z.string(),
  fileNumber: z.string().nullable(),
  court: z.string(),
  issuedOn: z.iso.date(),
  recordedAt,
  corrects: z.strictObject({ filing: z.string(), orderedOn: z.iso.date().nullable() }).optional(),
  documents: z.array(z.strictObject({ kind: z.enum(DOCUMENT_KINDS), sha256: hash })),
  previous: hash,
  hash,
});
const gapLine = z.strictObject({
  entry: z.int().positive(),
  kind: z.literal('gap'),
  lost: z.strictObject({ first: z.int().positive(), last: z.int().positive(), root: hash }).nullable(),
  numbers: z.array(z.strictObject({ first: z.string(), last: z.string() })),
  filings: z.array(z.string()),
  recordedAt,
  previous: hash,
  hash,
});
const line = z.discriminatedUnion('kind', [filingLine, gapLine]);

/** The line of an entry, without its line feed. */
export function writeRegisterLine(entry: ChainedEntry): string {
  return JSON.stringify(entry.kind === 'gap' ? gapOf(entry) : filingOf(entry));
}

function filingOf(
  entry: ChainedEntry & { kind: Exclude<ChainedEntry['kind'], 'gap'> },
): z.input<typeof filingLine> {
  const { entry: number, kind, reference, fileNumber, court, issuedOn, recordedAt } = entry;
  const { corrects, documents } = entry;
  return {
    ...{ entry: number, kind, reference, fileNumber, court, issuedOn, recordedAt: recordedAt.toISOString() },
    ...(corrects && { corrects: { filing: corrects.filing, orderedOn: corrects.orderedOn } }),
    documents: documents.map((document) => ({ kind: document.kind, sha256: document.sha256 })),
    ...{ previous: entry.previous, hash: entry.hash },
  };
}

function gapOf(entry: ChainedEntry & { kind: 'gap' }): z.input<typeof gapLine> {
  const { entry: number, kind, lost, numbers, filings, recordedAt, previous, hash } = entry;
  return {
    ...{ entry: number, kind },
    lost: lost && { first: lost.first, last: lost.last, root: lost.root },
    numbers: numbers.map(({ first, last }) => ({ first, last })),
    ...{ filings, recordedAt: recordedAt.toISOString(), previous, hash },
  };
}

function entryOf(read: z.output<typeof line>): ChainedEntry {
  const recordedAt = new Date(read.recordedAt);
  if (read.kind === 'gap') return { ...read, recordedAt };
  const { corrects, ...facts } = read;
  return { ...facts, ...(corrects && { corrects }), recordedAt };
}

/**
 * The entry in a line, or undefined if there is none. A line says the same to every reader only as it was written: one
 * program keeps the first of two values under one key, another the last.
 */
export function readRegisterLine(text: string): ChainedEntry | undefined {
  try {
    const read = line.safeParse(JSON.parse(text)).data;
    const entry = read && entryOf(read);
    return entry && writeRegisterLine(entry) === text ? entry : undefined;
  } catch {
    return undefined;
  }
}
