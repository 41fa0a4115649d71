import { inArray, lt } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db';
import { pendingFiles } from '@/lib/data/schema';

/**
 * Files that are about to be put into storage. Storage and database cannot commit together: so each file is noted
 * here before, and struck off in the transaction that gives it a name. What stays belongs to nobody and is swept.
 */

/** Notes that a file will be put under this id. `now` is the system's time. */
export async function notePending(customId: string, now: Date): Promise<void> {
  await db().insert(pendingFiles).values({ customId, createdAt: now }).onConflictDoNothing();
}

/** The files have a name now, or are gone. */
export async function strikePending(tx: Db, customIds: string[]): Promise<void> {
  if (customIds.length > 0) await tx.delete(pendingFiles).where(inArray(pendingFiles.customId, customIds));
}

/** The ids noted before an instant, 100 at most. */
export async function listForgotten(before: Date): Promise<string[]> {
  const rows = await db()
    .select({ customId: pendingFiles.customId })
    .from(pendingFiles)
    .where(lt(pendingFiles.createdAt, before))
    .limit(100);
  return rows.map(({ customId }) => customId);
}
