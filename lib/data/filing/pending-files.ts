import { and, eq, inArray, lt } from 'drizzle-orm';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { documents, pendingFiles, removed } from '@/lib/data/db/schema/document';
import { isUuid } from '@/lib/data/db/uuid';

/**
 * Files that are about to be put into storage. Storage and database cannot commit together. So each file is
 * noted here first, and the transaction that names it deletes the note. A file whose note stays is named by
 * no row, and is swept.
 */

/** Notes that a file will be put into storage under this id. `now` is the system's time. */
export async function notePending(customId: string, now: Date, tx: Db = db()): Promise<void> {
  await tx.insert(pendingFiles).values({ customId, createdAt: now }).onConflictDoNothing();
}

/**
 * Deletes the notes of files that rows name now.
 * @returns false if a note is gone: this process stood still and its file was swept, so that no row may name
 *   it
 */
export async function strikePending(tx: Tx, customIds: string[]): Promise<boolean> {
  const struck = await tx
    .delete(pendingFiles)
    .where(inArray(pendingFiles.customId, customIds))
    .returning({ customId: pendingFiles.customId });
  return struck.length === customIds.length;
}

/** Deletes the note of a file that is in storage no more and that no row names. */
export async function dropPending(customId: string): Promise<void> {
  await db().delete(pendingFiles).where(eq(pendingFiles.customId, customId));
}

/**
 * Deletes the files noted before an instant, at most 100. Their notes stay locked until the files are
 * deleted. A transaction that wants to name such a file waits, and then finds its note gone. An upload that was never
 * finished leaves its draft.
 * @param now the system's time
 * @returns how many
 */
export function sweepPending(
  { before, now }: { before: Date; now: Date },
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
    const unfinished = and(inArray(documents.id, customIds.filter(isUuid)), eq(documents.state, 'uploading'));
    await tx.update(documents).set(removed(now)).where(unfinished);
    return customIds.length;
  });
}
