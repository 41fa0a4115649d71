import { hash, randomUUID } from 'node:crypto';
import type { LeasedFiling } from '@/lib/data/filing/filing-lease';
import type { SealedDocument, UploadedDocument } from '@/lib/data/filing/issuing';
import { notePending } from '@/lib/data/filing/pending-files';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { HoldReason } from '@/lib/domain/filing/hold';
import { courtSigner } from '@/lib/jobs/issuing/court-signature';
import type { SealKind, SealOrder } from '@/lib/pdf/read/seal-order';
import { systemNow } from '@/lib/services/clock';
import { placeSeal, sealPdf } from '@/lib/services/pdf-sandbox/pdf';
import { PdfProcessFailed } from '@/lib/services/pdf-sandbox/pdf-process';
import { FileGone, store } from '@/lib/storage/store';
import { tracepoint } from '@/lib/tracepoint';

/** A document cannot be sealed: which one, and why, as a code that can be shown and logged. */
export class IssueFailure extends Error {
  constructor(
    readonly code: HoldReason,
    readonly documentId: string,
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}

/**
 * An IssueFailure if the document is the cause. Any other error is returned as it is, because the service is
 * at fault.
 */
function failureOf({ id }: UploadedDocument, error: unknown): unknown {
  if (error instanceof FileGone) return new IssueFailure('file-gone', id);
  return error instanceof PdfProcessFailed ? new IssueFailure('cannot-be-sealed', id, error) : error;
}

/** What the seal says the court did; whatever else accompanies a claim, or follows it, is filed. */
const sealKinds: Partial<Record<DocumentKind, SealKind>> = {
  claim: 'issued',
  'amended-document': 'amended',
  'corrected-document': 'corrected',
};

/** The document under the court's seal. @throws IssueFailure */
async function seal(filing: LeasedFiling, document: UploadedDocument, order: Omit<SealOrder, 'kind'>) {
  const bytes = await store.read(document.storageKey);
  tracepoint('document-read', filing.reference);
  // A document that arrived before places were stored has none yet.
  const placing = document.place
    ? { ok: true as const, place: document.place }
    : await placeSeal(bytes, filing.submittedBy);
  const kind = sealKinds[document.kind] ?? 'filed';
  const sealed = placing.ok
    ? await sealPdf(bytes, { ...order, kind }, placing.place, await courtSigner(), filing.submittedBy)
    : placing;
  const found = sealed.ok ? sealed.originalSha256 : hash('sha256', bytes);
  if (found !== document.sha256) throw new IssueFailure('stored-bytes-differ', document.id);
  if (!sealed.ok) throw new IssueFailure(sealed.code, document.id);
  return sealed;
}

/**
 * Reads a document from storage, seals it and stores the sealed file beside it.
 * @throws IssueFailure if the document cannot be sealed, or is not the one that was submitted
 */
export async function sealDocument(
  filing: LeasedFiling,
  document: UploadedDocument,
  order: Omit<SealOrder, 'kind'>,
): Promise<SealedDocument> {
  const sealed = await seal(filing, document, order).catch((error: unknown) => {
    throw failureOf(document, error);
  });
  const versionId = randomUUID();
  const customId = `${filing.id}.${document.id}.1.${filing.attempts}.${versionId.slice(0, 8)}`;
  await notePending(customId, systemNow());
  const storageKey = await store.put({ customId, name: `${versionId}.pdf`, issued: true }, sealed.bytes);
  tracepoint('document-stored', filing.reference);
  return {
    documentId: document.id,
    customId,
    versionId,
    kind: document.kind,
    storageKey,
    size: sealed.bytes.length,
    sha256: sealed.sha256,
  };
}
