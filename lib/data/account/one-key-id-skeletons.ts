import { eq, isNull, or, sql } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { oneKeyIdSkeleton } from '@/lib/domain/account/one-key-id-skeleton';

/**
 * Whether nobody has the ID, or one that looks like it (UTS 39). Accounts from before that rule may look alike, and stay.
 */
export async function isOneKeyIdFree(oneKeyId: string, among: Db = db()): Promise<boolean> {
  const isSame = eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId));
  const looksSame = eq(users.oneKeyIdSkeleton, oneKeyIdSkeleton(oneKeyId));
  const [taken] = await among.select({ id: users.id }).from(users).where(or(isSame, looksSame)).limit(1);
  return !taken;
}

/** Lets one transaction at a time take an ID of this look. @returns the look */
export async function lockSkeleton(tx: Db, oneKeyId: string): Promise<string> {
  const skeleton = oneKeyIdSkeleton(oneKeyId);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${skeleton}, 0))`);
  return skeleton;
}

/**
 * Adds the look of IDs that were registered before it was stored, a batch at a time. Servers that do so at once share
 * the rows.
 * @returns how many were added; 0 when none is left that no other server has
 */
export function addSkeletons(batch = 200): Promise<number> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({ id: users.id, oneKeyId: users.oneKeyId })
      .from(users)
      .where(isNull(users.oneKeyIdSkeleton))
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const { id, oneKeyId } of rows) {
      await tx
        .update(users)
        .set({ oneKeyIdSkeleton: oneKeyIdSkeleton(oneKeyId) })
        .where(eq(users.id, id));
    }
    return rows.length;
  });
}
