import { asc, eq, gt, inArray } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { documents, documentVersions, type FileFault, fileFaults } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';

/** The files of stored versions beside what their rows say. For whoever runs the service. */

/** A stored version as its row says; `reference` is that of its filing, null while it belongs to a draft. */
export type StoredVersion = {
  id: string;
  storageKey: string;
  sha256: string;
  size: number;
  reference: string | null;
};

const columns = {
  id: documentVersions.id,
  storageKey: documentVersions.storageKey,
  sha256: documentVersions.sha256,
  size: documentVersions.size,
  reference: filings.reference,
};

const versions = () =>
  db()
    .select(columns)
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(filings, eq(filings.id, documents.filingId));

/** The versions that follow an id, in the order of their ids; an empty id is before all. */
export function listVersionsAfter(id: string, most: number): Promise<StoredVersion[]> {
  return versions()
    .where(id ? gt(documentVersions.id, id) : undefined)
    .orderBy(asc(documentVersions.id))
    .limit(most);
}

/** Whether the version is still there: what a filer removed is gone from storage first. */
export async function isVersionThere({ id }: StoredVersion): Promise<boolean> {
  return (await db().$count(documentVersions, eq(documentVersions.id, id))) > 0;
}

/** Keeps what is wrong with a version's file; nothing is kept of a file that is right. */
export async function keepFileFault(
  { id }: StoredVersion,
  fault: FileFault | null,
  now: Date,
): Promise<void> {
  if (!fault) {
    await db().delete(fileFaults).where(eq(fileFaults.versionId, id));
    return;
  }
  await db()
    .insert(fileFaults)
    .values({ versionId: id, fault, foundAt: now })
    .onConflictDoUpdate({ target: fileFaults.versionId, set: { fault } });
}

/** How many versions' files were found missing or different, and not right since. */
export const countFailedChecks = (): Promise<number> => db().$count(fileFaults);

/** The versions whose files were found missing or different, and not right since. */
export async function failedChecks(): Promise<(StoredVersion & { fault: FileFault; foundAt: Date })[]> {
  const faults = await db().select().from(fileFaults).orderBy(asc(fileFaults.foundAt));
  const ids = faults.map(({ versionId }) => versionId);
  const rows = new Map(
    (await versions().where(inArray(documentVersions.id, ids))).map((row) => [row.id, row]),
  );
  return faults.flatMap(({ versionId, fault, foundAt }) => {
    const row = rows.get(versionId);
    return row ? [{ ...row, fault, foundAt }] : [];
  });
}
