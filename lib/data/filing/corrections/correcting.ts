import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { getCalendarOf } from '@/lib/data/court/calendar';
import type { Db, Tx } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { corrections, documents, documentVersions } from '@/lib/data/db/schema/document';
import { filings, receipts } from '@/lib/data/db/schema/filing';
import {
  getCorrectable,
  requireCorrector,
  type UploadedCorrection,
} from '@/lib/data/filing/corrections/uploads';
import type { Filing } from '@/lib/data/filing/filing-lease';
import type { Actor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import type { Change } from '@/lib/domain/approval/proposal';
import {
  type Correction,
  type CorrectionKind,
  kindOfGround,
  orderFault,
} from '@/lib/domain/claim/later/correction';
import { dueAt, issueOn, type Times } from '@/lib/domain/court/calendar';
import { SEARCH_VERSION, searchText } from '@/lib/domain/filing/search';

/**
 * A correction is a filing of its own in the court file of the document that it corrects. It is sealed, recorded in the
 * register and sent to the filer as every other filing is; the issued document stays as it was issued.
 */

type Approved = Omit<Extract<Change, { kind: 'correct-filing' }>, 'version' | 'kind'>;
type Asked = Pick<Approved, 'reference' | 'correction' | 'orderedOn'>;

/** An uploaded version of this filing that is not filed yet. @throws Refused 'correctionGone' */
async function getUnfiled(tx: Db, filing: Filing, id: string): Promise<UploadedCorrection> {
  const unfiled = and(
    eq(corrections.id, id),
    eq(corrections.filingId, filing.id),
    isNull(corrections.filedAs),
  );
  const [found] = await tx.select().from(corrections).where(unfiled);
  if (!found) throw new Refused('correctionGone');
  return found;
}

/**
 * What is corrected, and by which file, if that can be done.
 * @throws NotFound; Refused 'notToBeCorrected', 'correctionGone', 'orderInFuture', 'orderBeforeIssue'
 */
export async function requireCorrectable(
  tx: Db,
  { reference, correction, orderedOn }: Asked,
  courtNow: Date,
): Promise<Pick<Approved, 'document' | 'sha256' | 'issuedOn'>> {
  const filing = await getCorrectable(tx, reference);
  const { documentId, sha256 } = await getUnfiled(tx, filing, correction);
  const fault = orderFault({ orderedOn, issuedOn: filing.issueOn }, courtNow);
  if (fault) throw new Refused(fault);
  return { document: documentId, sha256, issuedOn: filing.issueOn };
}

/**
 * Files the version beside the issued document, in the transaction that approves it. It bears the date of this instant by
 * the court's calendar (r. 4.05(8)), and the worker seals it when that day has begun.
 * @throws NotFound for anyone but a registrar; Refused 'notToBeCorrected', 'correctionGone'
 */
export async function correctFiling(actor: Actor, change: Approved, times: Times, tx: Tx): Promise<void> {
  requireCorrector(actor);
  const { reference, ground, orderedOn, judge, document, issuedOn } = change;
  const original = await getCorrectable(tx, reference, 'lock');
  const version = await getUnfiled(tx, original, change.correction);
  const kind = kindOfGround(ground);
  const stated = { of: reference, issuedOn, document, ground, orderedOn, judge };
  const filed = await storeFiling(tx, { original, version, kind, stated }, times);
  await storeDocument(tx, { ...filed, version, kind }, times.now);
  await tx.update(corrections).set({ filedAs: filed.filingId }).where(eq(corrections.id, version.id));
  const details = { kind, ground, orderedOn, judge, correction: filed.reference, after: version.sha256 };
  await record(tx, actor, { action: 'correct filing', subject: reference, details }, times.now);
  const entry = { subject: filed.reference, details: { issueOn: filed.on, corrects: reference } };
  await record(tx, actor, { action: 'submit filing', ...entry }, times.now);
}

type Parts = {
  original: Filing;
  version: UploadedCorrection;
  kind: CorrectionKind;
  stated: Correction;
};

/** The rows of the filing: its draft, which nobody edits, its own, and its receipt. */
async function storeFiling(tx: Tx, { original, version, kind, stated }: Parts, { now, courtNow }: Times) {
  const { profileId, contact, claim, ownNumber, title, courtId, locale } = original;
  const filedIn = original.filedIn ?? original.fileNumber;
  const [reference, draft] = [newReference('R', randomBytes(5)), newReference('D', randomBytes(5))];
  const calendar = await getCalendarOf(courtId, tx);
  const on = issueOn(courtNow, calendar);
  const by = version.uploadedBy;
  const [begun] = await tx
    .insert(drafts)
    .values({
      ...{ reference: draft, profileId, createdBy: by, answers: {}, step: 'documents' as const },
      ...{ createdAt: now, updatedAt: now, submittedAt: now },
    })
    .returning({ id: drafts.id });
  if (!begun) throw new Error('the draft was not stored');
  const [filing] = await tx
    .insert(filings)
    .values({
      ...{ reference, draftId: begun.id, profileId, submittedBy: by, locale, courtId, title, ownNumber },
      ...{ claim, contact, filedIn, laterKind: kind, statement: { correction: stated } },
      ...{ receivedAt: courtNow, issueOn: on, dueAt: dueAt(courtNow, calendar) },
      ...{ search: searchText({ reference, ownNumber, contact, claim }), searchVersion: SEARCH_VERSION },
    })
    .returning({ id: filings.id });
  if (!filing) throw new Error('the filing was not stored');
  const { name, size, pages, sha256 } = version;
  const listed = [{ kind, name, size, pages, sha256 }];
  await tx
    .insert(receipts)
    .values({ filingId: filing.id, receivedAt: courtNow, issueOn: on, documents: listed });
  return { filingId: filing.id, draftId: begun.id, reference, on };
}

type Filed = { filingId: string; draftId: string; version: UploadedCorrection; kind: CorrectionKind };

async function storeDocument(tx: Tx, { filingId, draftId, version, kind }: Filed, now: Date): Promise<void> {
  const { name, size, pages, sha256, place, warnings, storageKey, uploadedBy } = version;
  const [document] = await tx
    .insert(documents)
    .values({
      ...{ draftId, filingId, kind, name, state: 'ready' as const, createdAt: now },
      ...{ size, pages, sha256, place, warnings, uploadedBy },
    })
    .returning({ id: documents.id });
  if (!document) throw new Error('the document was not stored');
  const uploaded = { version: 1, kind: 'uploaded' as const, storageKey, size, sha256 };
  await tx.insert(documentVersions).values({ documentId: document.id, ...uploaded });
}
