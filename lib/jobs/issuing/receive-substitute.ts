import { hash, randomUUID } from 'node:crypto';
import { getVersion } from '@/lib/data/claim/versions';
import { type FiledDocument, getFiling } from '@/lib/data/filing/filings';
import { notePending } from '@/lib/data/filing/pending-files';
import { getHeldDocument, type NewSubstitute } from '@/lib/data/filing/substitutes';
import {
  type HeldDocument,
  offerRepairedCopy,
  replaceDocument,
  requireReplacementDate,
} from '@/lib/data/filing/substitution';
import type { UserActor } from '@/lib/domain/access/access';
import type { RefusalCode } from '@/lib/domain/claim/document';
import { pdfName } from '@/lib/domain/claim/file-name';
import type { Times } from '@/lib/domain/court/calendar';
import { stillAsked } from '@/lib/domain/filing/holds/asked';
import { compareTexts, type SubstituteKind, type TextComparison } from '@/lib/domain/filing/substitute';
import { writeNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { examinePdf, textOfPdf } from '@/lib/services/pdf-sandbox/pdf';
import { store } from '@/lib/storage/store';

/** `promised` is the date that the page promised for a replacement. */
type Offer = { reference: string; documentId: string; kind: SubstituteKind; name: string; promised: string };

/** The newest version of a document that its filer sent. */
const newestSent = (versions: FiledDocument['versions']) =>
  versions.findLast(({ kind }) => kind !== 'sealed');

/**
 * Compares a copy with the document that it would replace: first by the hash in the receipt, then by their
 * texts, unless storage no longer has the original document.
 */
async function compare(
  actor: UserActor,
  { versions }: FiledDocument,
  copy: { sha256: string; text: string | null },
): Promise<TextComparison> {
  const newest = newestSent(versions);
  if (!newest) return compareTexts(null, null);
  const { sha256, storageKey } = await getVersion(actor, newest.id);
  if (copy.sha256 === sha256) return { isSameFile: true, isSame: true, removed: [], added: [] };
  const stored = await store.read(storageKey).catch(() => null);
  const original = stored && hash('sha256', stored) === sha256 ? await textOfPdf(stored, actor.userId) : null;
  return compareTexts(original, copy.text);
}

/**
 * Receives a copy of a document that could not be sealed: examines it like any upload, compares it with the
 * original, and stores it beside the original.
 * @returns why the copy cannot be sealed either, with the court file number of a seal that it bears, or nothing
 * @throws NotFound, Refused 'notOnHold', 'replacementDateChanged'
 */
export async function receiveSubstitute(
  actor: UserActor,
  { reference, documentId, kind, name, promised }: Offer,
  bytes: Uint8Array,
  times: Times,
): Promise<{ code: RefusalCode; sealNumber?: string | undefined } | undefined> {
  const document = await getHeldDocument(actor, reference, documentId);
  const found = await examinePdf(bytes, { person: actor.userId, withText: true });
  if (!found.ok) return found;
  const { pages, sha256, place } = found;
  const comparison = await compare(actor, document, found);
  const customId = randomUUID();
  await notePending(customId, times.now);
  const storageKey = await store.put({ customId, name: `${customId}.pdf` }, bytes);
  if (hash('sha256', await store.read(storageKey)) !== sha256) throw new Error('storage has other bytes');
  const stored = { name: pdfName(name), storageKey, customId, size: bytes.length };
  const file = { ...stored, pages, sha256, place, comparison };
  const heldDocument = { reference, documentId };
  if (kind === 'repaired-copy') await offerRepairedCopy(actor, heldDocument, file, times);
  else await replace(actor, { ...heldDocument, promised }, file, times);
}

/** Lets the replacement take the document's place at once, and tells the filer the claim's new date. */
async function replace(
  actor: UserActor,
  replaced: HeldDocument & { promised: string },
  file: NewSubstitute,
  times: Times,
): Promise<void> {
  await writingAnew(async () => {
    const filing = await getFiling(actor, replaced.reference);
    await requireReplacementDate(filing, replaced.promised, times.courtNow);
    const left = stillAsked(filing, replaced.documentId).length;
    const change = { issueOn: replaced.promised, stillAsked: left };
    const notice = await writeNotice(filing, 'replaced', change);
    await replaceDocument(actor, replaced, file, notice, times);
  });
}
