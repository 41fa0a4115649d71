import { hash, randomUUID } from 'node:crypto';
import { getVersion } from '@/lib/data/claim/versions';
import { getCorrected, storeCorrection } from '@/lib/data/filing/corrections/uploads';
import { getFiling } from '@/lib/data/filing/filings';
import { notePending } from '@/lib/data/filing/pending-files';
import type { UserActor } from '@/lib/domain/access/access';
import type { RefusalCode } from '@/lib/domain/claim/document';
import { pdfName } from '@/lib/domain/claim/file-name';
import type { Times } from '@/lib/domain/court/calendar';
import { compareTexts, type TextComparison } from '@/lib/domain/filing/substitute';
import { examinePdf, textOfPdf } from '@/lib/services/pdf-sandbox/pdf';
import { store } from '@/lib/storage/store';

type Upload = { reference: string; documentId: string; name: string };

/** Compares the texts of the issued document, as it was sent in, and of the new version. */
async function compare(
  actor: UserActor,
  { reference, documentId }: Upload,
  text: string | null,
): Promise<TextComparison> {
  const { documents } = await getFiling(actor, reference);
  const sent = documents
    .find(({ id }) => id === documentId)
    ?.versions.findLast(({ kind }) => kind !== 'sealed');
  if (!sent) return compareTexts(null, text);
  const { sha256, storageKey } = await getVersion(actor, sent.id);
  const stored = await store.read(storageKey).catch(() => null);
  const isWhole = stored !== null && hash('sha256', stored) === sha256;
  return compareTexts(isWhole ? await textOfPdf(stored, actor.userId) : null, text);
}

/**
 * Receives a new version of an issued document: examines it like any upload, compares it with the document, and stores it
 * until it is proposed and approved.
 * @returns why it cannot be sealed, with the court file number of a seal that it bears, or nothing
 * @throws NotFound for anyone but a registrar; Refused 'notToBeCorrected'
 */
export async function receiveCorrection(
  actor: UserActor,
  upload: Upload,
  bytes: Uint8Array,
  times: Times,
): Promise<{ code: RefusalCode; sealNumber?: string | undefined } | undefined> {
  const { reference, documentId, name } = upload;
  await getCorrected(actor, reference, documentId);
  const found = await examinePdf(bytes, { person: actor.userId, withText: true });
  if (!found.ok) return found;
  const { pages, sha256, place, warnings } = found;
  const comparison = await compare(actor, upload, found.text);
  const id = randomUUID();
  await notePending(id, times.now);
  const storageKey = await store.put({ customId: id, name: `${id}.pdf` }, bytes);
  if (hash('sha256', await store.read(storageKey)) !== sha256) throw new Error('storage has other bytes');
  const file = { name: pdfName(name), storageKey, size: bytes.length, pages, sha256, place, warnings };
  await storeCorrection(actor, { reference, documentId }, { id, ...file, comparison }, times);
  return undefined;
}
