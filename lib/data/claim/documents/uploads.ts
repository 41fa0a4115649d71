import { and, eq, inArray, ne } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireSpace } from '@/lib/data/claim/draft-space';
import { lockDraft } from '@/lib/data/claim/drafts';
import { db, type Tx } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { type DocumentState, documents, documentVersions, removed } from '@/lib/data/db/schema/document';
import { isUuid } from '@/lib/data/db/uuid';
import { notePending, strikePending } from '@/lib/data/filing/pending-files';
import type { Actor } from '@/lib/domain/access/access';
import {
  CLAIM_KINDS,
  type DocumentKind,
  documentsFor,
  MAX_BYTES,
  maySeveral,
  type RefusalCode,
} from '@/lib/domain/claim/document';
import type { DocumentWarning } from '@/lib/domain/claim/document-warning';
import { cleanName, pdfName } from '@/lib/domain/claim/file-name';
import { kindsTaken } from '@/lib/domain/claim/later/later';
import { proposedKind } from '@/lib/domain/claim/proposals/document-kinds';
import type { ClaimReading } from '@/lib/domain/claim/reading/reading';
import { courtDay } from '@/lib/domain/court/calendar';
import type { Place } from '@/lib/pdf/read/seal-order';

/** `kind` is '' if nobody said which document the file is; `replaces` is the id of a document that it takes the place of. */
type Upload = {
  draft: string;
  kind: string;
  name: string;
  size: number;
  replaces?: string | undefined;
};

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
  replaces?: string | undefined;
  /** One of several files for a claim that has none yet: only its text says which document it is. */
  byText?: boolean | undefined;
};

/**
 * Records that a file is about to arrive for a draft. It replaces at once an earlier upload of its kind that
 * is not ready, unless there may be several of its kind. A ready document it replaces only when it is ready itself.
 * @throws NotFound for a draft that is not the actor's or a kind that it does not take; Refused 'chooseFile', 'fileEmpty',
 *   'fileTooLarge', 'tooManyFiles', 'draftsFull'
 */
export function beginUpload(
  actor: Actor,
  { draft: reference, kind: asked, name, size, replaces }: Upload,
  now: Date,
): Promise<{ documentId: string }> {
  return db().transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, reference);
    const kinds: DocumentKind[] = draft.laterKind ? kindsTaken(draft.laterKind) : [...CLAIM_KINDS];
    const isUnsorted = asked === '' && !draft.laterKind;
    const kind = isUnsorted ? null : kinds.find((known) => known === asked);
    if (kind === undefined || actor.kind !== 'user') throw new NotFound('kind of document');
    refuseUnfit(name, size);
    await removeOthers(tx, { draftId: draft.id, kind }, ['uploading', 'refused'], now);
    const of = { draftId: draft.id, kind, size };
    await requireSpace(tx, actor, { ...of, replaces: replaces && isUuid(replaces) ? replaces : undefined });
    const [row] = await tx
      .insert(documents)
      .values({
        ...of,
        name: cleanName(name),
        uploadedBy: actor.userId,
        createdAt: now,
      })
      .returning({ id: documents.id });
    if (!row) throw new Error('the document was not stored');
    await notePending(row.id, now, tx);
    return { documentId: row.id };
  });
}

/**
 * Marks a document as ready: its file is in storage and is a PDF. The one that it `replaces` leaves the draft, and an
 * earlier document of its kind where there is one alone. A file of which nobody said what it is becomes the proposed document, unless the draft
 * has that or nothing is proposed: then it stays unsorted. Repeating the call changes nothing. For the receiving job.
 * @param now the system's time
 * @throws NotFound if the document was replaced, removed or given up, or its draft submitted, meanwhile: delete the
 *   file
 */
export function finishUpload(
  documentId: string,
  { storageKey, replaces, byText, ...file }: Received,
  now: Date,
): Promise<void> {
  return db().transaction(async (tx) => {
    const { document, draft } = await lockDocument(tx, documentId);
    const isDone = document.state === 'ready' || document.state === 'unsorted';
    if (isDone && document.sha256 === file.sha256) return;
    if (document.state !== 'uploading' || draft.submittedAt || draft.deletedAt) throw new NotFound('upload');
    if (!(await strikePending(tx, [documentId]))) throw new NotFound('upload');
    await removeOthers(tx, document, ['ready'], now);
    if (replaces) await removeReplaced(tx, document.draftId, replaces, now);
    const asked = () => (byText ? [] : documentsFor(draft.answers, courtDay(now)));
    const kind = document.kind ?? (await freeKind(tx, draft.id, proposedKind(file.reading, asked())));
    await tx
      .update(documents)
      .set({ ...file, kind, state: kind ? 'ready' : 'unsorted', name: pdfName(document.name) })
      .where(eq(documents.id, documentId));
    const { size, sha256 } = file;
    await tx
      .insert(documentVersions)
      .values({ documentId, version: 1, kind: 'uploaded', storageKey, size, sha256 });
    await tx.update(drafts).set({ updatedAt: now }).where(eq(drafts.id, draft.id));
  });
}

/** The kind that a file is proposed to be, unless the draft has a document of it. */
async function freeKind(tx: Tx, draftId: string, kind: DocumentKind | null): Promise<DocumentKind | null> {
  if (!kind || maySeveral(kind)) return kind;
  const same = and(eq(documents.draftId, draftId), eq(documents.kind, kind), eq(documents.state, 'ready'));
  return (await tx.$count(documents, same)) > 0 ? null : kind;
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

/** Removes the documents of a kind that are in these states; none where the kind is not said, or may have several. */
async function removeOthers(
  tx: Tx,
  { draftId, kind }: { draftId: string; kind: DocumentKind | null },
  states: DocumentState[],
  now: Date,
) {
  if (!kind || maySeveral(kind)) return;
  await tx
    .update(documents)
    .set(removed(now))
    .where(and(eq(documents.draftId, draftId), eq(documents.kind, kind), inArray(documents.state, states)));
}

/** Removes a document of the same draft, whose place a new one takes. */
async function removeReplaced(tx: Tx, draftId: string, id: string, now: Date): Promise<void> {
  if (!isUuid(id)) return;
  await tx
    .update(documents)
    .set(removed(now))
    .where(and(eq(documents.id, id), eq(documents.draftId, draftId), ne(documents.state, 'removed')));
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
