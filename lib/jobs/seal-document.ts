import { randomUUID } from 'node:crypto';
import type { SealedDocument, UploadedDocument } from '@/lib/data/issuing';
import { courtSigner } from '@/lib/jobs/court-signature';
import { sha256 } from '@/lib/jobs/sha256';
import type { SealOrder } from '@/lib/pdf/order';
import { placeSeal, sealPdf } from '@/lib/services/pdf';
import { store } from '@/lib/services/storage/store';

/** What went wrong, in a word that can be shown and logged. */
export class IssueFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/**
 * Reads a document from storage, seals it and stores the sealed file beside it.
 * @throws IssueFailure where it cannot be sealed, or is not what was submitted
 */
export async function sealDocument(
  document: UploadedDocument,
  order: Omit<SealOrder, 'kind'>,
): Promise<SealedDocument> {
  const bytes = await store.read(document.storageKey);
  // A document that arrived before places were kept has none yet.
  const placing = document.place ? { ok: true as const, place: document.place } : await placeSeal(bytes);
  const kind = document.kind === 'claim' ? 'issued' : 'filed';
  const sealed = placing.ok
    ? await sealPdf(bytes, { ...order, kind }, placing.place, await courtSigner())
    : placing;
  const found = sealed.ok ? sealed.originalSha256 : sha256(bytes);
  if (found !== document.sha256) throw new IssueFailure('stored-bytes-differ');
  if (!sealed.ok) throw new IssueFailure(sealed.code);
  const versionId = randomUUID();
  const storageKey = await store.put({ customId: versionId, name: `${versionId}.pdf` }, sealed.bytes);
  return {
    documentId: document.id,
    versionId,
    kind: document.kind,
    storageKey,
    size: sealed.bytes.length,
    sha256: sealed.sha256,
  };
}
