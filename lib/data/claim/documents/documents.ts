import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { getDraft, lockDraft } from '@/lib/data/claim/drafts';
import { type Db, db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import {
  type DocumentState,
  documents,
  documentVersions,
  removed,
  type VersionKind,
} from '@/lib/data/db/schema/document';
import { isUuid } from '@/lib/data/db/uuid';
import type { Actor } from '@/lib/domain/access/access';
import type { DocumentKind, RefusalCode } from '@/lib/domain/claim/document';
import type { DocumentWarning } from '@/lib/domain/claim/document-warning';
import type { Mending } from '@/lib/domain/claim/draft/mending';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import type { Place } from '@/lib/pdf/read/seal-order';

/**
 * A document of a draft. `refusal` is set if it was refused; pages and the version to download, once it is
 * ready.
 */
export type DraftDocument = {
  id: string;
  /** Null until it is said which document the file is. */
  kind: DocumentKind | null;
  name: string;
  state: DocumentState;
  refusal: RefusalCode | null;
  /** The court file number in the seal for which it was refused. */
  sealNumber: string | null;
  /** In bytes. */
  size: number;
  pages: number | null;
  sha256: string | null;
  /** The place of the court's seal, once it is accepted. */
  place: Place | null;
  warnings: DocumentWarning[];
  /** What its text says; null if it was not read. */
  reading: ClaimReading | null;
  /** The version that is filed. */
  versionId: string | null;
  /** What that version changes, where it is a mended copy. */
  mending: Mending | null;
};

/** A document that is ready has a kind. */
export type ReadyDocument = DraftDocument & { kind: DocumentKind };
export const isReady = (document: DraftDocument): document is ReadyDocument => document.state === 'ready';
/** Whether a file was accepted, sorted or not. */
export const isAccepted = ({ state }: DraftDocument): boolean => state === 'ready' || state === 'unsorted';

const kindInUse = sql<VersionKind>`case when ${documents.usesMended} then 'mended' else 'uploaded' end`;

/** The documents of a draft that were not removed, in the order in which they came. @throws NotFound */
export async function listDocuments(actor: Actor, reference: string): Promise<DraftDocument[]> {
  const draft = await getDraft(actor, reference);
  return db()
    .select({
      id: documents.id,
      kind: documents.kind,
      name: documents.name,
      state: documents.state,
      refusal: documents.refusal,
      sealNumber: documents.sealNumber,
      size: documents.size,
      pages: documents.pages,
      sha256: documents.sha256,
      place: documents.place,
      warnings: documents.warnings,
      reading: documents.reading,
      versionId: documentVersions.id,
      mending: documentVersions.mending,
    })
    .from(documents)
    .leftJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.kind, kindInUse)),
    )
    .where(and(eq(documents.draftId, draft.id), ne(documents.state, 'removed')))
    .orderBy(asc(documents.createdAt));
}

/**
 * Removes a document from its draft.
 * @throws NotFound for another person's document, and once the draft is submitted
 */
export function removeDocument(actor: Actor, documentId: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    await lockDraft(tx, actor, await draftOf(tx, actor, documentId));
    const [gone] = await tx
      .update(documents)
      .set(removed(now))
      .where(and(eq(documents.id, documentId), ne(documents.state, 'removed')))
      .returning();
    if (gone) await record(tx, actor, { action: 'remove document', subject: documentId }, now);
  });
}

/** The reference of the draft to which a document of the actor's belongs. @throws NotFound */
export async function draftOf(tx: Db, actor: Actor, documentId: string): Promise<string> {
  if (actor.kind !== 'user' || !isUuid(documentId)) throw new NotFound('document');
  const [row] = await tx
    .select({ reference: drafts.reference })
    .from(documents)
    .innerJoin(drafts, eq(drafts.id, documents.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(eq(documents.id, documentId), eq(profiles.userId, actor.userId)));
  if (!row) throw new NotFound('document');
  return row.reference;
}
