import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, documentVersions } from '@/lib/data/db/schema/document';

/** A file in storage whose document was removed by its owner. */
export type RemovedFile = { versionId: string; storageKey: string };

/**
 * Files of removed documents of closed accounts, at most 100. It omits files under a legal hold and files
 * that were filed.
 */
export function listRemovedFiles(): Promise<RemovedFile[]> {
  return db()
    .select({ versionId: documentVersions.id, storageKey: documentVersions.storageKey })
    .from(users)
    .innerJoin(profiles, eq(profiles.userId, users.id))
    .innerJoin(drafts, eq(drafts.profileId, profiles.id))
    .innerJoin(documents, and(eq(documents.draftId, drafts.id), eq(documents.state, 'removed')))
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(and(isNotNull(users.closedAt), isNull(users.legalHold)))
    .limit(100);
}

/** Deletes the rows of files that were deleted from storage. */
export async function forgetFiles(files: RemovedFile[]): Promise<void> {
  const ids = files.map(({ versionId }) => versionId);
  await db().delete(documentVersions).where(inArray(documentVersions.id, ids));
}
