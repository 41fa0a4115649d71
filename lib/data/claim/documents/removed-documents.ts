import { and, eq, inArray, isNull, lt } from 'drizzle-orm';
import { withFreeOwner } from '@/lib/data/access/free-owners';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, documentVersions } from '@/lib/data/db/schema/document';

/**
 * Deletes documents that left their draft before an instant, rows and files, at most 100: removed, replaced, needless
 * at submission, or of a deleted draft. It leaves alone what was filed, and what belongs to a person under a legal
 * hold. The rows stay locked until the files are deleted, and another server takes others.
 * @param deleteFiles deletes from storage; an absent file is no error. If it throws, the next sweep tries again
 * @returns how many
 */
export function sweepRemovedDocuments(
  before: Date,
  deleteFiles: (storageKeys: string[]) => Promise<void>,
): Promise<number> {
  return db().transaction(async (tx) => {
    const ids = await lockRemoved(tx, before);
    if (ids.length === 0) return 0;
    const files = await tx
      .select({ storageKey: documentVersions.storageKey })
      .from(documentVersions)
      .where(inArray(documentVersions.documentId, ids));
    if (files.length > 0) await deleteFiles(files.map(({ storageKey }) => storageKey));
    await tx.delete(documentVersions).where(inArray(documentVersions.documentId, ids));
    await tx.delete(documents).where(inArray(documents.id, ids));
    return ids.length;
  });
}

/** Locks removed documents, and their owners' accounts, so that nobody sets a legal hold while the files go. */
async function lockRemoved(tx: Tx, before: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: documents.id, owner: users.id })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .innerJoin(users, eq(users.id, profiles.userId))
    .where(
      and(
        eq(documents.state, 'removed'),
        lt(documents.removedAt, before),
        isNull(documents.filingId),
        isNull(users.legalHold),
      ),
    )
    .limit(100)
    .for('update', { of: documents, skipLocked: true });
  return (await withFreeOwner(tx, rows)).map(({ id }) => id);
}
