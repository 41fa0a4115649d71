import { asc, eq, inArray } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { documents, documentVersions, drafts, filings, receipts, repairs } from '@/lib/data/schema';

const readable = {
  id: documents.id,
  draftId: documents.draftId,
  kind: documents.kind,
  name: documents.name,
  state: documents.state,
  size: documents.size,
  pages: documents.pages,
  sha256: documents.sha256,
  uploadedAt: documents.createdAt,
};

/** The documents of drafts, each with the path at which each of its versions is downloaded while signed in. */
async function documentsOf(draftIds: string[]) {
  const found = await db()
    .select(readable)
    .from(documents)
    .where(inArray(documents.draftId, draftIds))
    .orderBy(asc(documents.createdAt));
  const { id, documentId, version, size, sha256, createdAt: storedAt } = documentVersions;
  const versions = await db()
    .select({ id, documentId, version, size, sha256, storedAt })
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
  draftId: filings.draftId,
  reference: filings.reference,
  state: filings.state,
  locale: filings.locale,
  courtId: filings.courtId,
  title: filings.title,
  claim: filings.claim,
  contact: filings.contact,
  receivedAt: filings.receivedAt,
  issueOn: filings.issueOn,
  fileNumber: filings.fileNumber,
  verificationCode: filings.verificationCode,
  issuedAt: filings.issuedAt,
  heldAt: filings.heldAt,
  holdReason: filings.holdReason,
  withdrawnAt: filings.withdrawnAt,
};

/** A number and a code may be reserved before the claim is issued; until then they are nobody's. */
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
  const { filingId, kind, state, name, size, sha256, receivedAt, decidedAt, reason } = repairs;
  const copies = await db()
    .select({ filingId, kind, state, name, size, sha256, receivedAt, decidedAt, reason })
    .from(repairs)
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
    copiesSent: copies.filter((copy) => copy.filingId === filing.id).map(({ filingId: _, ...copy }) => copy),
  }));
}

/**
 * The drafts and filings of a profile (null: there is none), deleted drafts too, with what the audit log calls them.
 * For a caller who has made sure whose they are.
 */
export async function ownClaims(profileId: string | null) {
  if (!profileId) return { drafts: [], filings: [], filingIds: [], subjects: [] };
  const { id, reference, answers, step, createdAt, updatedAt, submittedAt, deletedAt } = drafts;
  const begun = await db()
    .select({ id, reference, answers, step, createdAt, updatedAt, submittedAt, deletedAt })
    .from(drafts)
    .where(eq(drafts.profileId, profileId))
    .orderBy(asc(createdAt));
  const submitted = await filingsOf(profileId);
  const uploaded = await documentsOf(begun.map((draft) => draft.id));
  const documentsIn = (draftId: string) =>
    uploaded
      .filter((document) => document.draftId === draftId)
      .map(({ id: _, draftId: __, ...document }) => document);
  return {
    drafts: begun.map(({ id: draftId, ...draft }) => ({ ...draft, documents: documentsIn(draftId) })),
    filings: submitted.map(({ id: _, draftId, ...filing }) => ({
      ...filing,
      documents: documentsIn(draftId).filter(({ state }) => state === 'ready'),
    })),
    filingIds: submitted.map((filing) => filing.id),
    subjects: [
      profileId,
      ...begun.map((draft) => draft.reference),
      ...submitted.map((filing) => filing.reference),
      ...uploaded.map((document) => document.id),
    ],
  };
}
