import { randomUUID } from 'node:crypto';
import type { FiledDocument } from '@/lib/data/filings';
import { notePending } from '@/lib/data/pending-files';
import { getHeldDocument, offerRepair } from '@/lib/data/repairs';
import { getVersion } from '@/lib/data/versions';
import type { UserActor } from '@/lib/domain/access';
import type { RefusalCode } from '@/lib/domain/document';
import { cleanName } from '@/lib/domain/file-name';
import { compareTexts, type RepairKind, type TextComparison } from '@/lib/domain/repair';
import { repairNotice } from '@/lib/jobs/notices';
import { sha256 as hashOf } from '@/lib/jobs/sha256';
import { examinePdf, textOfPdf } from '@/lib/services/pdf';
import { store } from '@/lib/services/storage/store';

/** `promised` is the date that the page promised for a replacement. */
type Offer = { reference: string; documentId: string; kind: RepairKind; name: string; promised: string };

/** The newest version of a document that its filer sent; 1 is the sealed one. */
const newestSent = (versions: FiledDocument['versions']) =>
  versions.filter(({ version }) => version !== 1).sort((a, b) => b.version - a.version)[0];

/**
 * Compares a copy with the document in whose place it is offered: by the hash of the receipt first, then by their
 * texts, unless storage no longer has that document as it was.
 */
async function compare(
  actor: UserActor,
  { versions }: FiledDocument,
  copy: { bytes: Uint8Array; sha256: string },
): Promise<TextComparison> {
  const newest = newestSent(versions);
  if (!newest) return compareTexts(null, null);
  const { sha256, storageKey } = await getVersion(actor, newest.id);
  if (copy.sha256 === sha256) return { isSameFile: true, isSame: true, removed: [], added: [] };
  const stored = await store.read(storageKey).catch(() => null);
  const original = stored && hashOf(stored) === sha256 ? await textOfPdf(stored) : null;
  return compareTexts(original, await textOfPdf(copy.bytes));
}

/**
 * Takes a copy in the place of a document that could not be sealed: looks at it as at any upload, compares
 * it with the original, and stores it beside it.
 * @returns why the copy cannot be sealed either, or nothing
 * @throws NotFound, Refused 'notOnHold', 'replacementDateChanged'
 */
export async function receiveRepair(
  actor: UserActor,
  { reference, documentId, kind, name, promised }: Offer,
  bytes: Uint8Array,
  times: { now: Date; courtNow: Date },
): Promise<RefusalCode | undefined> {
  const document = await getHeldDocument(actor, reference, documentId);
  const found = await examinePdf(bytes);
  if (!found.ok) return found.code;
  const { pages, sha256, place } = found;
  const comparison = await compare(actor, document, { bytes, sha256 });
  const customId = randomUUID();
  await notePending(customId, times.now);
  const storageKey = await store.put({ customId, name: `${customId}.pdf` }, bytes);
  if (hashOf(await store.read(storageKey)) !== sha256) throw new Error('storage kept other bytes');
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
  await offerRepair(actor, { reference, documentId, promised }, copy, times, repairNotice);
}
