import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/**
 * Rows that are their own queue. A lease gives a row to one worker until it runs out, so that the next worker
 * replaces one that died. Every change of a leased row names the lease's token, so that a worker's writes
 * after it lost the lease do not count. Times are the system's, because a lease runs in real time.
 */
type Queue = Record<'id' | 'leaseToken' | 'leaseUntil' | 'attempts', PgColumn>;

/** A row that belongs to this worker until the lease ends. */
export type Leased<Row> = Row & { leaseToken: string };

/** Another worker took over, or the row was settled meanwhile. Nothing of this attempt counts. */
export class LeaseLost extends Error {}

/** A condition: no worker has the row. */
export function isFree(queue: Queue, now: Date): SQL | undefined {
  return or(isNull(queue.leaseUntil), lt(queue.leaseUntil, now));
}

/** The values that lease rows to one worker for `leaseMs`, and count one more attempt. */
export function newLease(queue: Queue, now: Date, leaseMs: number) {
  const leaseToken = randomUUID();
  return { leaseToken, ...leaseUntil(now, leaseMs), attempts: sql`${queue.attempts} + 1` };
}

/** The value that makes a lease last for `leaseMs` from now. */
export function leaseUntil(now: Date, leaseMs: number) {
  return { leaseUntil: new Date(now.getTime() + leaseMs) };
}

/** A condition: the row is still under this lease. */
export function underLease(queue: Queue, row: Leased<{ id: string }>): SQL | undefined {
  return and(eq(queue.id, row.id), eq(queue.leaseToken, row.leaseToken));
}

/** The values that end a lease, even one that another worker has. */
export const noLease = { leaseToken: null, leaseUntil: null };

/** The values that give a row back untried, so that the attempt does not count. */
export function handedBack(queue: Queue) {
  return { ...noLease, attempts: sql`${queue.attempts} - 1` };
}

/**
 * The wait after this many attempts: `firstMs` after the first, then twice as long each time, at most
 * `mostMs`.
 */
export function backoffMs(
  attempts: number,
  { firstMs, mostMs }: { firstMs: number; mostMs: number },
): number {
  return Math.min(firstMs * 2 ** Math.max(0, attempts - 1), mostMs);
}
