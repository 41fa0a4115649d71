import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { requireSpace } from '@/lib/data/claim/draft-space';
import { getDraft, lockDraft } from '@/lib/data/claim/drafts';
import { db, type Tx } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { type DocumentState, documents, documentVersions, removed } from '@/lib/data/db/schema/document';
import { isUuid } from '@/lib/data/db/uuid';
import { notePending, strikePending } from '@/lib/data/filing/pending-files';
import type { Actor } from '@/lib/domain/access/access';
import { CLAIM_KINDS, type DocumentKind, MAX_BYTES, type RefusalCode } from '@/lib/domain/claim/document';
import type { DocumentWarning } from '@/lib/domain/claim/document-warning';
import { cleanName, pdfName } from '@/lib/domain/claim/file-name';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import type { Place } from '@/lib/pdf/read/seal-order';

/**
 * A document of a draft. `refusal` is set if it was refused; pages and the version to download, once it is
 * ready.
 */
export type DraftDocument = {
  id: string;
  kind: DocumentKind;
  name: string;
  state: DocumentState;
  refusal: RefusalCode | null;
  /** The court file number in the seal for which it was refused. */
  sealNumber: string | null;
  /** In bytes. */
  size: number;
  pages: number | null;
  warnings: DocumentWarning[];
  /** What its text says; null if it was not read. */
  reading: ClaimReading | null;
  versionId: string | null;
};

type Upload = { draft: string; kind: string; name: string; size: number };

/**
 * A received file that proved to be a PDF: size in bytes, sha256 as hex, the place of the court's seal, and
 * what its filer is told of.
 */
export type Received = {
  storageKey: string;
  size: number;
  sha256: string;
  pages: number;
  place: Place | null;
  warnings: DocumentWarning[];
  reading: ClaimReading | null;
};

/**
 * Records that a file is about to arrive for a draft. It replaces at once an earlier upload of its kind that
 * is not ready. A ready document it replaces only when it is ready itself.
 * @throws NotFound for a draft that is not the actor's or a kind that it does not take; Refused 'chooseFile', 'fileEmpty',
 *   'fileTooLarge', 'draftsFull'
 */
export function beginUpload(
  actor: Actor,
  { draft: reference, kind: asked, name, size }: Upload,
  now: Date,
): Promise<{ documentId: string }> {
  return db().transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, reference);
    const kinds = draft.laterKind ? [draft.laterKind] : CLAIM_KINDS;
    const kind = kinds.find((known) => known === asked);
    if (!kind || actor.kind !== 'user') throw new NotFound('kind of document');
    refuseUnfit(name, size);
    await removeOthers(tx, { draftId: draft.id, kind }, ['uploading', 'refused'], now);
    await requireSpace(tx, actor, { draftId: draft.id, kind, size });
    const [row] = await tx
      .insert(documents)
      .values({
        draftId: draft.id,
        kind,
        name: cleanName(name),
        size,
        uploadedBy: actor.userId,
        createdAt: now,
      })
      .returning({ id: documents.id });
    if (!row) throw new Error('the document was not stored');
    await notePending(row.id, now, tx);
    return { documentId: row.id };
  });
}

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
      warnings: documents.warnings,
      reading: documents.reading,
      versionId: documentVersions.id,
    })
    .from(documents)
    .leftJoin(
      documentVersions,
      and(eq(documentVersions.documentId, documents.id), eq(documentVersions.kind, 'uploaded')),
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

/**
 * Marks a document as ready: its file is in storage and is a PDF. An earlier document of its kind leaves the
 * draft. Repeating the call changes nothing. For the receiving job.
 * @param now the system's time
 * @throws NotFound if the document was replaced, removed or given up, or its draft submitted, meanwhile: delete the
 *   file
 */
export function finishUpload(
  documentId: string,
  { storageKey, size, sha256, pages, place, warnings, reading }: Received,
  now: Date,
): Promise<void> {
  return db().transaction(async (tx) => {
    const { document, draft } = await lockDocument(tx, documentId);
    if (document.state === 'ready' && document.sha256 === sha256) return;
    if (document.state !== 'uploading' || draft.submittedAt || draft.deletedAt) throw new NotFound('upload');
    if (!(await strikePending(tx, [documentId]))) throw new NotFound('upload');
    await removeOthers(tx, document, ['ready'], now);
    await tx
      .update(documents)
      .set({ state: 'ready', name: pdfName(document.name), size, sha256, pages, place, warnings, reading })
      .where(eq(documents.id, documentId));
    await tx
      .insert(documentVersions)
      .values({ documentId, version: 1, kind: 'uploaded', storageKey, size, sha256 });
  });
}

/** Refuses the file of an upload. An earlier document of its kind stays. For the receiving job. */
export async function refuseUpload(
  documentId: string,
  { code, sealNumber }: { code: RefusalCode; sealNumber?: string | undefined },
): Promise<void> {
  await db()
    .update(documents)
    .set({ state: 'refused', refusal: code, sealNumber })
    .where(and(eq(documents.id, documentId), eq(documents.state, 'uploading')));
}

function refuseUnfit(name: string, size: number): void {
  if (!name) throw new Refused('chooseFile');
  if (!Number.isSafeInteger(size) || size <= 0) throw new Refused('fileEmpty');
  if (size > MAX_BYTES) throw new Refused('fileTooLarge');
}

async function removeOthers(
  tx: Tx,
  { draftId, kind }: { draftId: string; kind: DocumentKind },
  states: DocumentState[],
  now: Date,
) {
  await tx
    .update(documents)
    .set(removed(now))
    .where(and(eq(documents.draftId, draftId), eq(documents.kind, kind), inArray(documents.state, states)));
}

/** The reference of the draft to which a document of the actor's belongs. */
async function draftOf(tx: Tx, actor: Actor, documentId: string): Promise<string> {
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

/** A document with its locked draft. Every change of a document locks the draft first. */
async function lockDocument(tx: Tx, documentId: string) {
  const [locked] = await tx
    .select({ draft: drafts })
    .from(drafts)
    .innerJoin(documents, eq(documents.draftId, drafts.id))
    .where(eq(documents.id, documentId))
    .for('update', { of: drafts });
  const [document] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!locked || !document) throw new NotFound('document');
  return { draft: locked.draft, document };
}
