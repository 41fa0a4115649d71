import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/lib/data/db/db';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import { notePending } from '@/lib/data/filing/pending-files';

/** Takes the mended copy of a document away. The sweeper deletes its file, which bears the id of the version. */
export async function discardCopy(tx: Tx, documentId: string, now: Date): Promise<void> {
  const copies = and(eq(documentVersions.documentId, documentId), eq(documentVersions.kind, 'mended'));
  const gone = await tx.delete(documentVersions).where(copies).returning({ id: documentVersions.id });
  for (const { id } of gone) await notePending(id, now, tx);
}

/** Takes away the mended copies that a draft, now submitted, did not use: what is filed has no other. */
export async function discardUnused(tx: Tx, draftId: string, now: Date): Promise<void> {
  const unused = await tx
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(
      and(
        eq(documents.draftId, draftId),
        eq(documents.usesMended, false),
        eq(documentVersions.kind, 'mended'),
      ),
    );
  for (const { id } of unused) await discardCopy(tx, id, now);
}
