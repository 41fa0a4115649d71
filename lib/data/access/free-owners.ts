import { and, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';

/**
 * Locks the owners' accounts, so that nobody sets a legal hold while something of theirs goes. An account that is being
 * closed, or put on hold, is not waited for: the next sweep comes.
 * @returns the rows whose owner is under no hold
 */
export async function withFreeOwner<Row extends { owner: string }>(tx: Tx, rows: Row[]): Promise<Row[]> {
  const owners = [...new Set(rows.map(({ owner }) => owner))];
  if (owners.length === 0) return [];
  const free = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, owners), isNull(users.legalHold)))
    .for('share', { skipLocked: true });
  return rows.filter(({ owner }) => free.some(({ id }) => id === owner));
}
