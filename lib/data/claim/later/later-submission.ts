import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Outdated, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { getOwnDraft, lockOwnDraft, type OwnDraft } from '@/lib/data/claim/drafts';
import { getOpening, laterOf, type Opening, requireAwaited } from '@/lib/data/claim/later/later-drafts';
import { discardUnused } from '@/lib/data/claim/mended/discarded-copies';
import {
  findEarlier,
  listReady,
  requireCourt,
  type Submission,
  type Submit,
  type Submitted,
} from '@/lib/data/claim/submission';
import { storeFiling } from '@/lib/data/claim/submit-draft';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { type Db, db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, removed } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import type { Letter } from '@/lib/data/mail/outbox';
import { receiptDueAt } from '@/lib/data/mail/receipt-mail';
import type { UserActor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import { certifiedContentHash } from '@/lib/domain/claim/certified-content';
import {
  GROUND_KIND,
  isServiceKind,
  type LaterKind,
  type LaterStatement,
} from '@/lib/domain/claim/later/later';
import { contactToFile } from '@/lib/domain/contact/contact-v1';
import { courtDay, dueAt, isOpen, issueOn, type Times } from '@/lib/domain/court/calendar';
import { filedKinds } from '@/lib/domain/filing/deadline';
import type { Restricted } from '@/lib/domain/filing/restriction';
import { isOneOf } from '@/lib/domain/text';

/** The submission of a later document: as that of a claim, with what its court file already knows. */

export type LaterSubmit = Submit & { statement: LaterStatement };

/** What is submitted. Claim, title and own number are those of the claim that opened the court file. */
export type LaterSubmission = Submission &
  Restricted & {
    filedIn: string;
    laterKind: LaterKind;
    statement: LaterStatement;
  };

type Prepared = {
  kind: 'prepared';
  submission: LaterSubmission;
  dueAt: Date;
  ids: string[];
};

/**
 * Reads the parts of the submission, so that its receipt can be written before anything is locked.
 * @returns the result of submitLater, if there is nothing to submit
 * @throws what submitLater throws
 */
export async function prepareLater(
  actor: UserActor,
  asked: LaterSubmit,
  courtNow: Date,
): Promise<Prepared | Submitted> {
  const earlier = await findEarlier(db(), actor, asked);
  if (earlier) return earlier;
  const draft = await getOwnDraft(actor, asked.draft);
  const opening = await getOpening(db(), actor, eq(filings.fileNumber, laterOf(draft).fileNumber));
  const reference = newReference('R', randomBytes(5));
  return readLater(db(), draft, asked, { opening, courtNow, reference });
}

async function readLater(
  tx: Db,
  draft: OwnDraft,
  asked: LaterSubmit,
  { opening, courtNow, reference }: { opening: Opening; courtNow: Date; reference: string },
): Promise<Prepared | Submitted> {
  const { kind: laterKind, fileNumber: filedIn } = laterOf(draft);
  await requireAwaited(tx, opening, laterKind);
  const calendar = await getCalendarOf(opening.courtId, tx);
  const on = issueOn(courtNow, calendar);
  const filed = filedKinds(laterKind, { issuedOn: opening.issueOn, on, calendar });
  const ready = (await listReady(tx, draft.id)).filter(({ kind }) => isOneOf(filed.kinds, kind));
  if (!ready.some(({ kind }) => kind === laterKind)) throw new Refused('laterDocumentMissing');
  const ids = ready.map(({ id }) => id);
  const { answers, contact } = draft;
  if (asked.seen !== certifiedContentHash({ answers, contact, documents: ready }))
    return { kind: 'content-changed' };
  if (asked.promised !== on) return { kind: 'date-changed' };
  const { statement } = asked;
  requireStatement(laterKind, statement, filed.isLate);
  if (filed.isLate && !ready.some(({ kind }) => kind === GROUND_KIND)) throw new Refused('groundMissing');
  const submission = {
    ...{ reference, locale: asked.locale, filedIn, laterKind, statement },
    ...{ claim: opening.claim, title: opening.title, ownNumber: opening.ownNumber },
    ...{ restrictions: opening.restrictions, publicTitle: opening.publicTitle },
    contact: contactToFile(contact),
    court: await requireCourt(tx, opening.courtId, courtDay(courtNow)),
    documents: ready.map(({ id: _, ...document }) => document),
    receivedAt: courtNow,
    issueOn: asked.promised,
    isOpen: isOpen(courtNow, calendar),
  };
  return { kind: 'prepared', submission, dueAt: dueAt(courtNow, calendar), ids };
}

/** Proof of service says who was served; a statement of claim after its time, on what ground it is filed. r. 14.03(3) */
function requireStatement(
  kind: LaterKind,
  { service = [], lateGround }: LaterStatement,
  isLate: boolean,
): void {
  if (isServiceKind(kind) && service.length === 0) throw new Refused('nobodyServed');
  if (isLate && !lateGround) throw new Refused('lateGround');
}

/**
 * Makes a filing of the draft of a later document, in one transaction with its receipt and the receipt's e-mail, as
 * `submitDraft` does of a claim. It takes no court file number.
 * @throws NotFound for a draft that is not the actor's; Refused 'laterDocumentMissing', 'noStatementAwaited',
 *   'statementFiled', 'nobodyServed', 'lateGround', 'groundMissing', 'courtNotAccepting', 'submitAgain'; Outdated if any fact in the
 *   receipt has changed since
 */
export function submitLater(
  actor: UserActor,
  asked: LaterSubmit,
  { submission, receipt }: { submission: LaterSubmission; receipt: Letter },
  { now, courtNow }: Times,
): Promise<Submitted> {
  const { reference } = submission;
  return db().transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, actor, asked.draft);
    const earlier = await findEarlier(tx, actor, asked);
    if (earlier) return earlier;
    // The lock lets one document after the other into a court file, so that two drafts give no two statements of claim.
    const ofFile = eq(filings.fileNumber, laterOf(draft).fileNumber);
    const opening = await getOpening(tx, actor, ofFile, 'lock');
    const found = await readLater(tx, draft, asked, { opening, courtNow, reference });
    if (found.kind !== 'prepared') return found;
    if (!isDeepStrictEqual(found.submission, submission)) throw new Outdated();

    const filingId = await storeFiling(tx, submission, { draft, actor, key: asked.key, dueAt: found.dueAt });
    await tx.update(documents).set({ filingId }).where(inArray(documents.id, found.ids));
    const needless = and(eq(documents.draftId, draft.id), isNull(documents.filingId));
    await tx
      .update(documents)
      .set(removed(now))
      .where(and(needless, eq(documents.state, 'ready')));
    await discardUnused(tx, draft.id, now);
    await tx.update(drafts).set({ submittedAt: now }).where(eq(drafts.id, draft.id));
    const { issueOn: on, filedIn: fileNumber, laterKind: kind } = submission;
    const details = { issueOn: on, fileNumber, kind };
    await record(tx, actor, { action: 'submit filing', subject: reference, details }, now);
    const occasion = {
      filingId,
      dedupeKey: `document-received/${filingId}`,
      recipient: submission.contact.email,
      dueAt: receiptDueAt(submission.isOpen, now),
    };
    await queueFilingMail(tx, { kind: 'document-received', ...occasion, ...receipt }, now);
    return { kind: 'submitted', filingId, reference, isDue: submission.isOpen };
  });
}
