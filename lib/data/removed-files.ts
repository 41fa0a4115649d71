import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { documents, documentVersions, drafts, profiles, users } from '@/lib/data/schema';

/** A file that lies in storage for a document that its owner took away. */
export type RemovedFile = { versionId: string; storageKey: string };

/** Files of removed documents of closed accounts, 100 at most; none under a legal hold, and none that was filed. */
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

/** The files are gone from storage. */
export async function forgetFiles(files: RemovedFile[]): Promise<void> {
  const ids = files.map(({ versionId }) => versionId);
  await db().delete(documentVersions).where(inArray(documentVersions.id, ids));
}
