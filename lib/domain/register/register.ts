import { createHash } from 'node:crypto';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';

/**
 * The court's register as a chain: each entry's hash covers its text, and its text contains the hash of the
 * entry before. Changing, removing or inserting an entry breaks every later one.
 */

/**
 * `issued`: the claim bears number, date and seal. `void`: the number was bound to a filing that was then
 * withdrawn. `filed`: a later document was filed into the court file of that number. `amended` (rule 26) and `corrected`
 * (r. 59.06): the court filed a new version beside an issued document, which stays. `redated`: a registrar gave the filing another date than that of its receipt.
 */
export const FILING_EVENTS = ['issued', 'filed', 'amended', 'corrected', 'void', 'redated'] as const;
export type FilingEvent = (typeof FILING_EVENTS)[number];
/** `gap`: the database was restored from an older copy, and what was recorded after that copy is lost. */
export type RegisterKind = FilingEvent | 'gap';

type Link = {
  /** From 1, without gaps. */
  entry: number;
  /**
   * By the court's clock, to the millisecond. It is never before that of the previous entry, so that days
   * follow each other.
   */
  recordedAt: Date;
  /** The hash of the entry before; zeros for the first. */
  previous: string;
};

export type FilingEntry = Link & {
  kind: FilingEvent;
  /** The filing's reference, R-XXXX-XXXX. */
  reference: string;
  /** Null for a filing that got another date before it had its number. */
  fileNumber: string | null;
  /** The id of the court office. */
  court: string;
  /** The date that the claim bears, Toronto. */
  issuedOn: IsoDate;
  /** The sealed documents; sha256 as hex. */
  documents: { kind: DocumentKind; sha256: string }[];
  /** Of an `amended` or `corrected` version alone. */
  corrects?: Corrects;
};

/** The reference of the filing that a version corrects, and the date of the order; null where it took none. */
export type Corrects = { filing: string; orderedOn: IsoDate | null };

/** What a gap states of the entries, court file numbers and filings that a restored database lacks. */
export type Gap = {
  /** The entries that were published and are lost, and the root of the last; null if none is known. */
  lost: { first: number; last: number; root: string } | null;
  /** Court file numbers, from first to last, that no later entry bears, one range a year. */
  numbers: { first: string; last: string }[];
  /** The references of filings that were acknowledged and are lost. */
  filings: string[];
};
export type GapEntry = Link & Gap & { kind: 'gap' };

/** Whether a gap closed a court file number. Those of one year have the same length, so that they stand in the order of their letters. */
export function isClosed(number: string, gaps: readonly Pick<Gap, 'numbers'>[]): boolean {
  return gaps.some(({ numbers }) => numbers.some(({ first, last }) => first <= number && number <= last));
}

export type RegisterEntry = FilingEntry | GapEntry;
export type ChainedEntry = RegisterEntry & { hash: string };
/**
 * An entry as the court keeps it: with the Toronto day of `recordedAt`, by which the register is published.
 */
export type StoredEntry = ChainedEntry & { recordedOn: IsoDate };

/** The hash before the first entry. */
export const ORIGIN = '0'.repeat(64);

/** The text that an entry's hash covers, in UTF-8: one fact a line, each line ended by a line feed. */
export function registerText(entry: RegisterEntry): string {
  const lines = [
    `entry: ${entry.entry}`,
    `kind: ${entry.kind}`,
    ...(entry.kind === 'gap' ? gapLines(entry) : filingLines(entry)),
    `previous: ${entry.previous}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const recordedLine = ({ recordedAt }: Link) => `recorded: ${recordedAt.toISOString()}`;

function filingLines(entry: FilingEntry): string[] {
  return [
    `filing: ${entry.reference}`,
    `file: ${entry.fileNumber ?? '-'}`,
    `court: ${entry.court}`,
    `date: ${entry.issuedOn}`,
    recordedLine(entry),
    ...(entry.corrects ? correctsLines(entry.corrects) : []),
    ...entry.documents.map(({ kind, sha256 }) => `document: ${kind} ${sha256}`),
  ];
}

function correctsLines({ filing, orderedOn }: Corrects): string[] {
  return [`corrects: ${filing}`, `ordered: ${orderedOn ?? '-'}`];
}

function gapLines(entry: GapEntry): string[] {
  const { lost, numbers, filings } = entry;
  return [
    ...(lost ? [`lost: ${lost.first} ${lost.last} ${lost.root}`] : []),
    ...numbers.map(({ first, last }) => `files: ${first} ${last}`),
    ...filings.map((reference) => `filing: ${reference}`),
    recordedLine(entry),
  ];
}

/** SHA-256 of the entry's text, as hex. */
export function registerHash(entry: RegisterEntry): string {
  return createHash('sha256').update(registerText(entry)).digest('hex');
}
