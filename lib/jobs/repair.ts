import { randomUUID } from 'node:crypto';
import { notePending } from '@/lib/data/pending-files';
import { getHeldDocument, offerRepair } from '@/lib/data/repairs';
import { getVersion } from '@/lib/data/versions';
import type { UserActor } from '@/lib/domain/access';
import type { RefusalCode } from '@/lib/domain/document';
import { cleanName } from '@/lib/domain/file-name';
import { compareTexts, type RepairKind } from '@/lib/domain/repair';
import { repairNotice } from '@/lib/jobs/notices';
import { sha256 as hashOf } from '@/lib/jobs/sha256';
import { examinePdf, textOfPdf } from '@/lib/services/pdf';
import { store } from '@/lib/services/storage/store';

type Offer = { reference: string; documentId: string; kind: RepairKind; name: string };

/**
 * The text of a document as it was received; null where it has none, or storage has it no longer as it was.
 */
async function originalText(actor: UserActor, versionId: string): Promise<string | null> {
  const version = await getVersion(actor, versionId);
  const bytes = await store.read(version.storageKey).catch(() => null);
  return bytes && hashOf(bytes) === version.sha256 ? textOfPdf(bytes) : null;
}

/**
 * Takes a copy in the place of a document that could not be sealed: looks at it as at any upload, compares
 * its text with the original's, and stores it beside it.
 * @returns why the copy cannot be sealed either, or nothing
 * @throws NotFound, Refused 'notOnHold'
 */
export async function receiveRepair(
  actor: UserActor,
  { reference, documentId, kind, name }: Offer,
  bytes: Uint8Array,
  times: { now: Date; courtNow: Date },
): Promise<RefusalCode | undefined> {
  const document = await getHeldDocument(actor, reference, documentId);
  const found = await examinePdf(bytes);
  if (!found.ok) return found.code;
  const [original] = document.versions;
  const comparison = compareTexts(
    original ? await originalText(actor, original.id) : null,
    await textOfPdf(bytes),
  );
  const customId = randomUUID();
  await notePending(customId, times.now);
  const storageKey = await store.put({ customId, name: `${customId}.pdf` }, bytes);
  const { pages, sha256, place } = found;
  const copy = {
    kind,
    name: cleanName(name),
    storageKey,
    customId,
    size: bytes.length,
    pages,
    sha256,
    place,
    comparison,
  };
  await offerRepair(actor, { reference, documentId }, copy, times, repairNotice);
}
