import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents } from '@/lib/data/db/schema/document';
import type { Actor } from '@/lib/domain/access/access';
import { type DocumentKind, MOST_DRAFT_BYTES } from '@/lib/domain/claim/document';

/** The space that the documents of a person's drafts take up, arriving ones with the size that was announced. */

/** In bytes. @throws NotFound for anyone who is not signed in */
export const spaceTaken = (actor: Actor): Promise<number> => sizeOf(db(), actor);

/**
 * Keeps the drafts of a person within their space: one upload of a person's is decided on at a time, in whichever
 * draft. A document that the new one would replace does not count.
 * @param coming the new document, its size in bytes
 * @throws NotFound for anyone who is not signed in; Refused 'draftsFull'
 */
export async function requireSpace(
  tx: Tx,
  actor: Actor,
  coming: { draftId: string; kind: DocumentKind; size: number },
): Promise<void> {
  await tx.select({ id: profiles.id }).from(profiles).where(ownedBy(actor)).for('no key update');
  const beside = or(ne(documents.draftId, coming.draftId), ne(documents.kind, coming.kind));
  if ((await sizeOf(tx, actor, beside)) + coming.size > MOST_DRAFT_BYTES) throw new Refused('draftsFull');
}

function ownedBy(actor: Actor) {
  if (actor.kind !== 'user') throw new NotFound('draft');
  return eq(profiles.userId, actor.userId);
}

async function sizeOf(tx: Db, actor: Actor, which?: ReturnType<typeof or>): Promise<number> {
  const standing = inArray(documents.state, ['uploading', 'ready']);
  const [sum] = await tx
    .select({ bytes: sql`coalesce(sum(${documents.size}), 0)`.mapWith(Number) })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(ownedBy(actor), isNull(drafts.submittedAt), isNull(drafts.deletedAt), standing, which));
  return sum?.bytes ?? 0;
}
