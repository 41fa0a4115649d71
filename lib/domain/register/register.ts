import { createHash } from 'node:crypto';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { IsoDate } from '@/lib/domain/court/day';

/**
 * The court's register as a chain: each entry's hash covers its text, and its text contains the hash of the
 * entry before. Changing, removing or inserting an entry breaks every later one.
 */

/**
 * `issued`: the claim bears number, date and seal. `void`: the number was bound to a filing that was then
 * withdrawn. `redated`: a registrar gave the filing another date than that of its receipt.
 */
export const REGISTER_KINDS = ['issued', 'void', 'redated'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export type RegisterEntry = {
  /** From 1, without gaps. */
  entry: number;
  kind: RegisterKind;
  /** The filing's reference, R-XXXX-XXXX. */
  reference: string;
  /** Null for a filing that got another date before it had its number. */
  fileNumber: string | null;
  /** The id of the court office. */
  court: string;
  /** The date that the claim bears, Toronto. */
  issuedOn: IsoDate;
  /**
   * By the court's clock, to the millisecond. It is never before that of the previous entry, so that days
   * follow each other.
   */
  recordedAt: Date;
  /** The sealed documents; sha256 as hex. */
  documents: { kind: DocumentKind; sha256: string }[];
  /** The hash of the entry before; zeros for the first. */
  previous: string;
};
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
    `filing: ${entry.reference}`,
    `file: ${entry.fileNumber ?? '-'}`,
    `court: ${entry.court}`,
    `date: ${entry.issuedOn}`,
    `recorded: ${entry.recordedAt.toISOString()}`,
    ...entry.documents.map(({ kind, sha256 }) => `document: ${kind} ${sha256}`),
    `previous: ${entry.previous}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** SHA-256 of the entry's text, as hex. */
export function registerHash(entry: RegisterEntry): string {
  return createHash('sha256').update(registerText(entry)).digest('hex');
}

/** The fault of an entry: in its number, its hash of the entry before, or its own hash. */
export type Fault = { entry: number; fault: 'number' | 'previous' | 'hash' };

/** The entry after which a walk begins. Its number and hash are taken as given. */
export type Start = { entry: number; hash: string };

const BEGINNING: Start = { entry: 0, hash: ORIGIN };

/**
 * Walks a register entry by entry, in constant memory.
 * @param start for a part of a register; a whole one needs none
 * @param sought the hash of an entry that somebody kept
 */
export class RegisterWalk {
  count = 0;
  root: string;
  /** The number of the entry whose hash was sought, once the walk has passed it. */
  foundAt: number | undefined;

  constructor(
    readonly start = BEGINNING,
    private readonly sought?: string,
  ) {
    this.root = start.hash;
    if (start.entry > 0) this.lookAt(start);
  }

  /** The fault of the next entry, or undefined if it continues the chain. */
  step(entry: ChainedEntry): Fault | undefined {
    const next = this.start.entry + this.count + 1;
    if (entry.entry !== next) return { entry: next, fault: 'number' };
    if (entry.previous !== this.root) return { entry: next, fault: 'previous' };
    if (registerHash(entry) !== entry.hash) return { entry: next, fault: 'hash' };
    this.count += 1;
    this.root = entry.hash;
    this.lookAt(entry);
    return undefined;
  }

  private lookAt({ entry, hash }: Start): void {
    if (hash === this.sought) this.foundAt = entry;
  }
}
