import { randomUUID } from 'node:crypto';
import { getUpload, storeMendedCopy } from '@/lib/data/claim/mended/mended-copies';
import { notePending } from '@/lib/data/filing/pending-files';
import type { UserActor } from '@/lib/domain/access/access';
import { NOT_MENDED, type NotMended } from '@/lib/domain/claim/draft/mending';
import { isOneOf } from '@/lib/domain/text';
import { examinePdf, mendPdf } from '@/lib/services/pdf-sandbox/pdf';
import { store } from '@/lib/storage/store';

/**
 * Makes a mended copy of an upload in a draft, examines it like an upload, and stores it beside the upload. Nothing uses
 * it before its filer says so. A copy that is not named in the end is deleted by the sweeper.
 * @returns why there is none, or nothing
 * @throws NotFound for another person's document, or one that meanwhile left its draft
 */
export async function mendDocument(
  actor: UserActor,
  documentId: string,
  now: Date,
): Promise<NotMended | undefined> {
  const upload = await getUpload(actor, documentId);
  const mended = await mendPdf(await store.read(upload.storageKey), actor.userId);
  if (!mended.ok) return isOneOf(NOT_MENDED, mended.code) ? mended.code : 'failed';
  const { bytes, mending } = mended;
  const found = await examinePdf(bytes, { person: actor.userId, withReading: true });
  if (!found.ok) return 'failed';
  const { pages, place, warnings, reading, sha256 } = found;
  const id = randomUUID();
  await notePending(id, now);
  const storageKey = await store.put({ customId: id, name: `${id}.pdf` }, bytes);
  const facts = { pages, place, warnings, reading };
  await storeMendedCopy(
    actor,
    documentId,
    { id, storageKey, size: bytes.length, sha256, facts, mending },
    now,
  );
}
