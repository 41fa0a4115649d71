import { and, eq, inArray } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { lockDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { documents, removed } from '@/lib/data/db/schema/document';
import type { Actor } from '@/lib/domain/access/access';
import { type DocumentKind, maySeveral } from '@/lib/domain/claim/document';
import { cleanName } from '@/lib/domain/claim/file-name';

/**
 * Says which document each accepted file of a draft is, by their ids.
 * @throws NotFound for another person's draft or a file that is not in it; Refused 'kindTwice'
 */
export function sortDocuments(
  actor: Actor,
  reference: string,
  kinds: Readonly<Record<string, DocumentKind>>,
): Promise<void> {
  return db().transaction(async (tx) => {
    const { id: draftId } = await lockDraft(tx, actor, reference);
    const accepted = await tx
      .select({ id: documents.id, kind: documents.kind })
      .from(documents)
      .where(and(eq(documents.draftId, draftId), inArray(documents.state, ['unsorted', 'ready'])));
    if (Object.keys(kinds).some((id) => !accepted.some((one) => one.id === id)))
      throw new NotFound('document');
    const sorted = accepted.flatMap(({ id, kind }) => kinds[id] ?? kind ?? []);
    const single = sorted.filter((kind) => !maySeveral(kind));
    if (new Set(single).size < single.length) throw new Refused('kindTwice');
    for (const [id, kind] of Object.entries(kinds))
      await tx.update(documents).set({ kind, state: 'ready' }).where(eq(documents.id, id));
  });
}

/**
 * Removes from a draft the files of this name that have not arrived: the person cancelled them.
 * @throws NotFound for another person's draft
 */
export function cancelUploads(actor: Actor, reference: string, name: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const { id: draftId } = await lockDraft(tx, actor, reference);
    const arriving = and(eq(documents.state, 'uploading'), eq(documents.name, cleanName(name)));
    await tx
      .update(documents)
      .set(removed(now))
      .where(and(eq(documents.draftId, draftId), arriving));
  });
}
