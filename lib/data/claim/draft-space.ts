import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { type DocumentState, documents } from '@/lib/data/db/schema/document';
import type { Actor } from '@/lib/domain/access/access';
import { type DocumentKind, MOST_DRAFT_BYTES, MOST_FILES, maySeveral } from '@/lib/domain/claim/document';

/** The space that the documents of a person's drafts take up, arriving ones with the size that was announced. */

/** The states of documents that take up space. */
const standing: DocumentState[] = ['uploading', 'unsorted', 'ready'];

/** In bytes. @throws NotFound for anyone who is not signed in */
export const spaceTaken = (actor: Actor): Promise<number> => sizeOf(db(), actor);

/** A document on its way: its size in bytes, and the document that it is to replace, by kind or by id. */
type Coming = { draftId: string; kind: DocumentKind | null; size: number; replaces?: string | undefined };

/**
 * Keeps the drafts of a person within their space: one upload of a person's is decided on at a time, in whichever
 * draft. A document that the new one would replace does not count.
 * @throws NotFound for anyone who is not signed in; Refused 'draftsFull', 'tooManyFiles'
 */
export async function requireSpace(tx: Tx, actor: Actor, coming: Coming): Promise<void> {
  await tx.select({ id: profiles.id }).from(profiles).where(ownedBy(actor)).for('no key update');
  const staying = and(
    coming.kind && !maySeveral(coming.kind)
      ? or(isNull(documents.kind), ne(documents.kind, coming.kind))
      : undefined,
    coming.replaces ? ne(documents.id, coming.replaces) : undefined,
  );
  const ofDraft = and(eq(documents.draftId, coming.draftId), inArray(documents.state, standing), staying);
  if ((await tx.$count(documents, ofDraft)) >= MOST_FILES) throw new Refused('tooManyFiles');
  const beside = staying && or(ne(documents.draftId, coming.draftId), staying);
  if ((await sizeOf(tx, actor, beside)) + coming.size > MOST_DRAFT_BYTES) throw new Refused('draftsFull');
}

function ownedBy(actor: Actor) {
  if (actor.kind !== 'user') throw new NotFound('draft');
  return eq(profiles.userId, actor.userId);
}

async function sizeOf(tx: Db, actor: Actor, which?: ReturnType<typeof or>): Promise<number> {
  const stands = inArray(documents.state, standing);
  const [sum] = await tx
    .select({ bytes: sql`coalesce(sum(${documents.size}), 0)`.mapWith(Number) })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(ownedBy(actor), isNull(drafts.submittedAt), isNull(drafts.deletedAt), stands, which));
  return sum?.bytes ?? 0;
}
