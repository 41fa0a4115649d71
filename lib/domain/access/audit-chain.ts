import { createHash } from 'node:crypto';

/**
 * The audit log as a chain: each link's hash covers one row and the hash of the link before. Changing, removing,
 * exchanging or inserting a row that has its link breaks that link. docs/register.md says it in words.
 */

/** The hash before the first link. */
export const AUDIT_ORIGIN = '0'.repeat(64);

/** What a hash covers of a row: every column. */
export type ChainedRow = {
  entry: number;
  at: Date;
  actor: string;
  userId: string | null;
  ip: string | null;
  requestId: string | null;
  action: string;
  subject: string;
  outcome: string;
  details: unknown;
};

/** The same value for the same content: the keys of objects in the order of their code units. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs.map(([key, one]) => [key, ordered(one)]));
}

/** Whoever may write to the database can store an instant that no clock has. */
const instant = (at: Date) => (Number.isNaN(at.getTime()) ? null : at.toISOString());

/**
 * The text that a link's hash covers, in UTF-8: a JSON array of the hash before, the place from 1, and the row's
 * columns, instants as in ISO 8601 to the millisecond in UTC, the keys of objects sorted.
 */
export function auditText(row: ChainedRow, place: number, previous: string): string {
  const { entry, at, actor, userId, ip, requestId, action, subject, outcome, details } = row;
  const act = [action, subject, outcome, ordered(details)];
  return JSON.stringify([previous, place, entry, instant(at), actor, userId, ip, requestId, ...act]);
}

/** SHA-256 of a link's text, as hex. */
export function auditHash(row: ChainedRow, place: number, previous: string): string {
  return createHash('sha256')
    .update(auditText(row, place, previous))
    .digest('hex');
}
