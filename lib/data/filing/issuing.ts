import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { LeaseLost, noLease } from '@/lib/data/db/lease';
import { documents, documentVersions, kindOfReady } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { type Filing, isStillLeased, type LeasedFiling, mailPriority } from '@/lib/data/filing/filing-lease';
import { strikePending } from '@/lib/data/filing/pending-files';
import { nextVersion } from '@/lib/data/filing/versions';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import type { Letter, NewMail } from '@/lib/data/mail/outbox';
import { appendRegisterEntry, type RegisterEnd } from '@/lib/data/register/register';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { Times } from '@/lib/domain/court/calendar';
import type { Corrects } from '@/lib/domain/register/register';
import type { Place } from '@/lib/pdf/read/seal-order';

export type UploadedDocument = {
  id: string;
  kind: DocumentKind;
  name: string;
  storageKey: string;
  sha256: string;
  /** The place of the court's seal; null for a document from before places were stored. */
  place: Place | null;
};
export type SealedDocument = {
  documentId: string;
  /** The id under which it was put into storage, noted as pending. */
  customId: string;
  versionId: string;
  kind: DocumentKind;
  storageKey: string;
  size: number;
  sha256: string;
};

/** The filing's documents as they were uploaded, or their substitutes. */
export async function listUploaded(filing: Filing): Promise<UploadedDocument[]> {
  const rows = await db()
    .select({
      id: documents.id,
      kind: kindOfReady(),
      name: documents.name,
      storageKey: documentVersions.storageKey,
      sha256: documentVersions.sha256,
      place: documents.place,
    })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(and(eq(documents.filingId, filing.id), ne(documentVersions.kind, 'sealed')))
    .orderBy(asc(documents.createdAt), asc(documents.id), desc(documentVersions.version));
  return rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at);
}

/** How a claim ends, and how a later document and a correction do. */
const issued = { action: 'issue filing', mail: 'claim-issued', entry: 'issued' } as const;
const filed = { action: 'file later document', mail: 'document-filed', entry: 'filed' } as const;
const amended = { action: 'file correction', mail: 'document-filed', entry: 'amended' } as const;
const corrected = { ...amended, entry: 'corrected' } as const;

function endingOf({ laterKind }: Filing) {
  if (laterKind === 'amended-document') return amended;
  if (laterKind === 'corrected-document') return corrected;
  return laterKind ? filed : issued;
}

/** What the register says of a correction beside what it says of every filing. */
function correctsOf({ statement }: Filing): { corrects?: Corrects } {
  const correction = statement?.correction;
  if (!correction) return {};
  return { corrects: { filing: correction.of, orderedOn: correction.orderedOn || null } };
}

/**
 * Issues the filing, or files a later document: state, sealed versions, register entry, audit line and e-mail in one transaction.
 * @returns the end of the register with it
 * @throws LeaseLost if the filing is no longer this worker's, or its sealed files were swept; then nothing
 *   was stored
 */
export async function completeIssue(
  filing: LeasedFiling,
  number: string,
  sealed: SealedDocument[],
  mail: Letter & Pick<NewMail, 'attachments'>,
  { now, courtNow }: Times,
): Promise<RegisterEnd> {
  return db().transaction(async (tx) => {
    const final = await tx
      .update(filings)
      .set({ state: 'issued', issuedAt: courtNow, ...noLease, lastError: null })
      .where(isStillLeased(filing))
      .returning({ id: filings.id });
    if (final.length === 0) throw new LeaseLost();
    await tx.insert(documentVersions).values(
      sealed.map(({ versionId: id, kind: _, customId: __, ...version }) => ({
        id,
        kind: 'sealed' as const,
        version: nextVersion(version.documentId),
        ...version,
      })),
    );
    const customIds = sealed.map(({ customId }) => customId);
    if (!(await strikePending(tx, customIds))) throw new LeaseLost();
    const details = { fileNumber: number, issueOn: filing.issueOn };
    const ending = endingOf(filing);
    await record(tx, { kind: 'system' }, { action: ending.action, subject: filing.reference, details }, now);
    const dedupeKey = `${ending.mail}/${filing.id}`;
    const recipient = filing.contact.email;
    const priority = mailPriority(filing);
    await queueFilingMail(
      tx,
      { kind: ending.mail, dedupeKey, recipient, filingId: filing.id, priority, ...mail },
      now,
    );
    return appendRegisterEntry(tx, filing, {
      kind: ending.entry,
      fileNumber: number,
      recordedAt: courtNow,
      documents: sealed.map(({ kind, sha256 }) => ({ kind, sha256 })),
      ...correctsOf(filing),
    });
  });
}
