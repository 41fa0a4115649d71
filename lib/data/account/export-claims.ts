import { asc, eq, inArray } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { drafts, savedParties } from '@/lib/data/db/schema/claim';
import { documents, documentVersions, substitutes } from '@/lib/data/db/schema/document';
import { filings, receipts } from '@/lib/data/db/schema/filing';

const readable = {
  id: documents.id,
  draftId: documents.draftId,
  filingId: documents.filingId,
  kind: documents.kind,
  name: documents.name,
  state: documents.state,
  size: documents.size,
  pages: documents.pages,
  sha256: documents.sha256,
  uploadedAt: documents.createdAt,
};

/** The documents of drafts. Each version has the path of its download, which requires signing in. */
async function documentsOf(draftIds: string[]) {
  const found = await db()
    .select(readable)
    .from(documents)
    .where(inArray(documents.draftId, draftIds))
    .orderBy(asc(documents.createdAt));
  const { id, documentId, version, kind, size, sha256, createdAt: storedAt } = documentVersions;
  const versions = await db()
    .select({ id, documentId, version, kind, size, sha256, storedAt })
    .from(documentVersions)
    .where(
      inArray(
        documentId,
        found.map((document) => document.id),
      ),
    )
    .orderBy(asc(documentId), asc(version));
  return found.map((document) => ({
    ...document,
    versions: versions
      .filter((one) => one.documentId === document.id)
      .map(({ id: versionId, documentId: _, ...one }) => ({
        ...one,
        download: `/api/documents/${versionId}`,
      })),
  }));
}

const filed = {
  id: filings.id,
  reference: filings.reference,
  state: filings.state,
  locale: filings.locale,
  courtId: filings.courtId,
  title: filings.title,
  ownNumber: filings.ownNumber,
  claim: filings.claim,
  contact: filings.contact,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  fileNumber: filings.fileNumber,
  filedIn: filings.filedIn,
  laterKind: filings.laterKind,
  statement: filings.statement,
  verificationCode: filings.verificationCode,
  issuedAt: filings.issuedAt,
  heldAt: filings.heldAt,
  holdReason: filings.holdReason,
  withdrawnAt: filings.withdrawnAt,
};

/** Hides the number and code of a filing until it is issued: they may be reserved before. */
function asTold<Row extends { state: string; fileNumber: string | null; verificationCode: string | null }>(
  row: Row,
): Row {
  return row.state === 'issued' ? row : { ...row, fileNumber: null, verificationCode: null };
}

async function filingsOf(profileId: string) {
  const rows = await db()
    .select({ filing: filed, receipt: receipts })
    .from(filings)
    .leftJoin(receipts, eq(receipts.filingId, filings.id))
    .where(eq(filings.profileId, profileId))
    .orderBy(asc(filings.receivedAt));
  const { filingId, kind, state, name, size, sha256, receivedAt, decidedAt, reason } = substitutes;
  const copies = await db()
    .select({ filingId, kind, state, name, size, sha256, receivedAt, decidedAt, reason })
    .from(substitutes)
    .where(
      inArray(
        filingId,
        rows.map(({ filing }) => filing.id),
      ),
    )
    .orderBy(asc(receivedAt));
  return rows.map(({ filing, receipt }) => ({
    ...asTold(filing),
    receipt: receipt && {
      receivedAt: receipt.receivedAt,
      issueOn: receipt.issueOn,
      documents: receipt.documents,
    },
    substitutesSent: copies
      .filter((copy) => copy.filingId === filing.id)
      .map(({ filingId: _, ...copy }) => copy),
  }));
}

/** The parties of earlier claims, offered for the next one. */
function partiesSaved(profileId: string) {
  const { role, party, savedAt } = savedParties;
  return db()
    .select({ role, party, savedAt })
    .from(savedParties)
    .where(eq(savedParties.profileId, profileId))
    .orderBy(asc(savedAt));
}

/**
 * The drafts and filings of a profile (null: no profile), including deleted drafts, with their subjects in
 * the audit log. The caller has made sure that the profile is the actor's.
 */
export async function ownClaims(profileId: string | null) {
  if (!profileId) return { drafts: [], savedParties: [], filings: [], filingIds: [], subjects: [] };
  const { id, reference, answers, step, createdAt, updatedAt, submittedAt, deletedAt } = drafts;
  const begun = await db()
    .select({ id, reference, answers, step, createdAt, updatedAt, submittedAt, deletedAt })
    .from(drafts)
    .where(eq(drafts.profileId, profileId))
    .orderBy(asc(createdAt));
  const submitted = await filingsOf(profileId);
  const uploaded = await documentsOf(begun.map((draft) => draft.id));
  const documentsIn = (owner: 'draftId' | 'filingId', ownerId: string) =>
    uploaded
      .filter((document) => document[owner] === ownerId)
      .map(({ id: _, draftId: __, filingId: ___, ...document }) => document);
  return {
    drafts: begun.map(({ id: draftId, ...draft }) => ({
      ...draft,
      documents: documentsIn('draftId', draftId),
    })),
    filings: submitted.map(({ id: filingId, ...filing }) => ({
      ...filing,
      documents: documentsIn('filingId', filingId),
    })),
    savedParties: await partiesSaved(profileId),
    filingIds: submitted.map((filing) => filing.id),
    subjects: [
      profileId,
      ...begun.map((draft) => draft.reference),
      ...submitted.map((filing) => filing.reference),
      ...uploaded.map((document) => document.id),
    ],
  };
}
