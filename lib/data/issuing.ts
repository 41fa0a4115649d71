import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { type Filing, held, type LeasedFiling, LeaseLost, mailPriority } from '@/lib/data/filing-lease';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { strikePending } from '@/lib/data/pending-files';
import { enter } from '@/lib/data/register';
import { documents, documentVersions, filings } from '@/lib/data/schema';
import type { DocumentKind } from '@/lib/domain/document';
import type { Place } from '@/lib/pdf/order';

export type UploadedDocument = {
  id: string;
  kind: DocumentKind;
  name: string;
  storageKey: string;
  sha256: string;
  /** Where the court's seal goes; null for what arrived before places were kept. */
  place: Place | null;
};
export type SealedDocument = {
  documentId: string;
  /** Under which it was put into storage, noted as pending. */
  customId: string;
  versionId: string;
  kind: DocumentKind;
  storageKey: string;
  size: number;
  sha256: string;
};

/** The filing's documents as they were uploaded, or the copies that were approved in their places. */
export async function listUploaded(filing: Filing): Promise<UploadedDocument[]> {
  const rows = await db()
    .select({
      id: documents.id,
      kind: documents.kind,
      name: documents.name,
      storageKey: documentVersions.storageKey,
      sha256: documentVersions.sha256,
      place: documents.place,
    })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(
      and(
        eq(documents.draftId, filing.draftId),
        eq(documents.state, 'ready'),
        ne(documentVersions.version, 1),
      ),
    )
    .orderBy(asc(documents.createdAt), desc(documentVersions.version));
  return rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at);
}

/**
 * Issues the filing: state, sealed versions, register entry, audit line and e-mail in one transaction.
 * @throws LeaseLost when the filing is no longer this worker's, or its sealed files were swept; then nothing was stored
 */
export async function completeIssue(
  filing: LeasedFiling,
  number: string,
  sealed: SealedDocument[],
  mail: Pick<NewMail, 'subject' | 'html' | 'text' | 'attachments'>,
  { now, courtNow }: { now: Date; courtNow: Date },
): Promise<void> {
  await db().transaction(async (tx) => {
    const issued = await tx
      .update(filings)
      .set({ state: 'issued', issuedAt: courtNow, leaseToken: null, leaseUntil: null, lastError: null })
      .where(held(filing))
      .returning({ id: filings.id });
    if (issued.length === 0) throw new LeaseLost();
    await tx.insert(documentVersions).values(
      sealed.map(({ versionId: id, kind: _, customId: __, ...version }) => ({
        id,
        version: 1,
        ...version,
      })),
    );
    const customIds = sealed.map(({ customId }) => customId);
    if (!(await strikePending(tx, customIds))) throw new LeaseLost();
    const details = { fileNumber: number, issueOn: filing.issueOn };
    await record(tx, { kind: 'system' }, { action: 'issue filing', subject: filing.reference, details }, now);
    const dedupeKey = `claim-issued/${filing.id}`;
    const recipient = filing.contact.email;
    const priority = mailPriority(filing);
    await queueMail(
      tx,
      { kind: 'claim-issued', dedupeKey, recipient, filingId: filing.id, priority, ...mail },
      now,
    );
    await enter(tx, filing, {
      kind: 'issued',
      fileNumber: number,
      recordedAt: courtNow,
      documents: sealed.map(({ kind, sha256 }) => ({ kind, sha256 })),
    });
  });
}
