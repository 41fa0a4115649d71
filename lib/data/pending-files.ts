import { inArray, lt } from 'drizzle-orm';
import { db, type Tx } from '@/lib/data/db';
import { pendingFiles } from '@/lib/data/schema';

/**
 * Files that are about to be put into storage. Storage and database cannot commit together: so each file is noted
 * here before, and struck off in the transaction that gives it a name. What stays belongs to nobody and is swept.
 */

/** Notes that a file will be put under this id. `now` is the system's time. */
export async function notePending(customId: string, now: Date): Promise<void> {
  await db().insert(pendingFiles).values({ customId, createdAt: now }).onConflictDoNothing();
}

/**
 * The files have a name now. @returns whether all were still noted: one that is not was swept meanwhile, because this
 * process stood still, and must not be named
 */
export async function strikePending(tx: Tx, customIds: string[]): Promise<boolean> {
  const struck = await tx
    .delete(pendingFiles)
    .where(inArray(pendingFiles.customId, customIds))
    .returning({ customId: pendingFiles.customId });
  return struck.length === customIds.length;
}

/**
 * Deletes the files noted before an instant, 100 at most. Their notes are locked until the files are gone: who comes to
 * name one of them waits, and then finds it gone. @returns how many
 */
export function sweepPending(
  before: Date,
  deleteFiles: (customIds: string[]) => Promise<void>,
): Promise<number> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({ customId: pendingFiles.customId })
      .from(pendingFiles)
      .where(lt(pendingFiles.createdAt, before))
      .limit(100)
      .for('update', { skipLocked: true });
    const customIds = rows.map(({ customId }) => customId);
    if (customIds.length === 0) return 0;
    await deleteFiles(customIds);
    await strikePending(tx, customIds);
    return customIds.length;
  });
}
