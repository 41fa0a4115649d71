import { and, eq, ne } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { draftOf } from '@/lib/data/claim/documents/documents';
import { getDraft, lockDraft } from '@/lib/data/claim/drafts';
import { discardCopy } from '@/lib/data/claim/mended/discarded-copies';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, documentVersions, type VersionFacts } from '@/lib/data/db/schema/document';
import { strikePending } from '@/lib/data/filing/pending-files';
import { nextVersion } from '@/lib/data/filing/versions';
import type { Actor } from '@/lib/domain/access/access';
import type { Mending } from '@/lib/domain/claim/draft/mending';

/**
 * The mended copy of a document in a draft. The upload is always kept: until the draft is submitted its filer can use the
 * one or the other.
 */

export type MendedCopy = {
  /** The draft's reference, and whether it is that of a later document. */
  draft: string;
  isLater: boolean;
  name: string;
  /** The ids of the two versions. */
  original: string;
  mended: string;
  mending: Mending;
  pages: number;
  isUsed: boolean;
};

/** A mended copy in storage: its id as a version is the one under which it was put there, noted as pending. */
type NewCopy = {
  id: string;
  storageKey: string;
  size: number;
  sha256: string;
  facts: VersionFacts;
  mending: Mending;
};

/** The newest version is filed. A copy that nobody decided on comes before the upload. */
const unused = 0;

type Version = typeof documentVersions.$inferSelect;
type Document = typeof documents.$inferSelect;

/** The upload of a document in a draft of the actor's, to be mended. @throws NotFound */
export async function getUpload(actor: Actor, documentId: string): Promise<{ storageKey: string }> {
  await getDraft(actor, await draftOf(db(), actor, documentId));
  const { uploaded } = await versionsOf(db(), documentId);
  return uploaded;
}

/** The mended copy of a document in a draft of the actor's. @throws NotFound, also where there is none */
export async function getMendedCopy(actor: Actor, documentId: string): Promise<MendedCopy> {
  const draft = await getDraft(actor, await draftOf(db(), actor, documentId));
  const { document, uploaded, mended } = await versionsOf(db(), documentId);
  if (!mended?.mending) throw new NotFound('mended copy');
  return {
    draft: draft.reference,
    isLater: draft.laterKind !== null,
    name: document.name,
    original: uploaded.id,
    mended: mended.id,
    mending: mended.mending,
    pages: mended.facts?.pages ?? 0,
    isUsed: document.usesMended,
  };
}

/**
 * Stores a mended copy beside the upload. It is not used yet. A copy that was made before and is not used leaves.
 * @throws NotFound if the document or its draft is no longer there, or uses a copy already: delete the file
 */
export function storeMendedCopy(actor: Actor, documentId: string, copy: NewCopy, now: Date): Promise<void> {
  return change(actor, documentId, now, async (tx, { document }) => {
    if (document.usesMended) throw new NotFound('upload');
    await discardCopy(tx, documentId, now);
    await tx.insert(documentVersions).values({ ...copy, documentId, version: unused, kind: 'mended' });
    if (!(await strikePending(tx, [copy.id]))) throw new NotFound('mended copy');
    await record(tx, actor, { action: 'mend document', subject: documentId }, now);
  });
}

/** Lets the mended copy take the place of the upload in the draft. @throws NotFound, also where there is none */
export function takeMendedCopy(actor: Actor, documentId: string, now: Date): Promise<void> {
  return change(actor, documentId, now, async (tx, { document, uploaded, mended }) => {
    if (!mended?.facts) throw new NotFound('mended copy');
    if (document.usesMended) return;
    const { pages, place, warnings, reading } = document;
    const facts = { pages: pages ?? 0, place, warnings, reading };
    await tx.update(documentVersions).set({ facts }).where(eq(documentVersions.id, uploaded.id));
    const version = nextVersion(documentId);
    await tx.update(documentVersions).set({ version }).where(eq(documentVersions.id, mended.id));
    await putInUse(tx, document, mended, true);
    await record(tx, actor, { action: 'use mended copy', subject: documentId }, now);
  });
}

/** Keeps the upload, or goes back to it; the mended copy leaves. @throws NotFound */
export function keepOriginal(actor: Actor, documentId: string, now: Date): Promise<void> {
  return change(actor, documentId, now, async (tx, { document, uploaded }) => {
    if (document.usesMended) await putInUse(tx, document, uploaded, false);
    await discardCopy(tx, documentId, now);
    await record(tx, actor, { action: 'use original document', subject: documentId }, now);
  });
}

async function putInUse(
  tx: Tx,
  { id }: Document,
  { size, sha256, facts }: Version,
  usesMended: boolean,
): Promise<void> {
  await tx
    .update(documents)
    .set({ size, sha256, usesMended, ...facts })
    .where(eq(documents.id, id));
}

type Versions = { document: Document; uploaded: Version; mended: Version | undefined };

/** Locks the draft, as every change of a document does, and counts as a change of the draft. */
function change(
  actor: Actor,
  documentId: string,
  now: Date,
  run: (tx: Tx, versions: Versions) => Promise<void>,
): Promise<void> {
  return db().transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, await draftOf(tx, actor, documentId));
    await run(tx, await versionsOf(tx, documentId));
    await tx.update(drafts).set({ updatedAt: now }).where(eq(drafts.id, draft.id));
  });
}

async function versionsOf(tx: Db, documentId: string): Promise<Versions> {
  const rows = await tx
    .select({ document: documents, version: documentVersions })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(and(eq(documents.id, documentId), ne(documents.state, 'removed')));
  const of = (kind: Version['kind']) => rows.find(({ version }) => version.kind === kind)?.version;
  const [document, uploaded] = [rows[0]?.document, of('uploaded')];
  if (!document || !uploaded) throw new NotFound('document');
  return { document, uploaded, mended: of('mended') };
}
