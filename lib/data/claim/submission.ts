import { randomBytes } from 'node:crypto';
import { and, asc, eq, or, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { getOwnDraft, type OwnDraft } from '@/lib/data/claim/drafts';
import { getCalendarOf } from '@/lib/data/court/calendar';
import { findCourt } from '@/lib/data/court/courts';
import { type Db, db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, kindOfReady } from '@/lib/data/db/schema/document';
import { filings, type receipts } from '@/lib/data/db/schema/filing';
import { findNature } from '@/lib/data/settings/natures';
import type { UserActor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import { certifiedContentHash } from '@/lib/domain/claim/certified-content';
import { type DraftAnswers, parseClaim, titleOfProceeding } from '@/lib/domain/claim/claim';
import { claimAsFiled, type StoredClaim } from '@/lib/domain/claim/claim-v2';
import { type DocumentKind, documentsFor, missingDocuments } from '@/lib/domain/claim/document';
import { type ContactV1, contactToFile } from '@/lib/domain/contact/contact-v1';
import { courtDay, dueAt, isOpen, issueOn } from '@/lib/domain/court/calendar';
import { acceptsOn, type Court } from '@/lib/domain/court/court';

/** The parts of a submission. They are read before its receipt is written, and again under the lock. */

export type Submission = {
  reference: string;
  locale: 'en' | 'fr';
  claim: StoredClaim;
  contact: ContactV1;
  court: Court;
  title: string;
  /** By which the filer knows the claim, or ''. */
  ownNumber: string;
  documents: ReceiptDocument[];
  receivedAt: Date;
  issueOn: string;
  /** Whether the office was open at that instant. If so, the claim is issued at once. */
  isOpen: boolean;
};

/** A document as the receipt tells of it: size in bytes, sha256 as hex. */
type ReceiptDocument = (typeof receipts.$inferSelect)['documents'][number];

/** A person's request to submit. */
export type Submit = {
  /** The reference of the draft. */
  draft: string;
  locale: 'en' | 'fr';
  /** The key of the rendered form. Sending the same form again is the same submission. */
  key: string;
  /** The date that the form promised. */
  promised: string;
  /** `contentHash` of the content that the form showed. */
  seen: string;
};

/**
 * `date-changed`: the claim would bear another date than the promised one, and nothing was submitted.
 * `content-changed`: the content differs from the content that the form showed, and nothing was submitted.
 * `isDue`: it was submitted just now, in business hours, and is to be issued at once.
 */
export type Submitted =
  | { kind: 'submitted'; filingId: string; reference: string; isDue: boolean }
  | { kind: 'date-changed' | 'content-changed' };

/** The parts of a submission, read at one instant. Its receipt is written from them. */
export type Prepared = {
  kind: 'prepared';
  submission: Submission;
  /** When the claim is to be issued. */
  dueAt: Date;
  /** Ids of documents that were uploaded for an answer that has changed since. */
  needless: string[];
};

/**
 * Reads the parts of a draft's submission, so that its receipt can be written before anything is locked. The
 * date is that of the instant at which the court has the whole submission (r. 4.05(8)), by the calendar at
 * that instant; of a claim on paper, that at which it was handed in.
 * @returns the result of submitDraft, if there is nothing to submit
 * @throws what submitDraft throws
 */
export async function prepareSubmission(
  actor: UserActor,
  asked: Submit,
  courtNow: Date,
): Promise<Prepared | Submitted> {
  const earlier = await findEarlier(db(), actor, asked);
  if (earlier) return earlier;
  const draft = await getOwnDraft(actor, asked.draft);
  return readSubmission(db(), draft, asked, { courtNow, reference: newReference('R', randomBytes(5)) });
}

/** Reads everything that decides a submission: the same rows give the same submission. */
export async function readSubmission(
  tx: Db,
  draft: OwnDraft,
  asked: Submit,
  { courtNow, reference }: { courtNow: Date; reference: string },
): Promise<Prepared | Submitted> {
  const { answers, contact } = draft;
  const parsed = parseClaim(answers);
  if (!parsed.ok) throw new Refused('claimIncomplete');
  const { claim } = parsed;
  const calendar = await getCalendarOf(claim.court, tx);
  const ready = await listReady(tx, draft.id);
  if (asked.seen !== certifiedContentHash({ answers, contact, documents: ready }))
    return { kind: 'content-changed' };
  const receivedAt = draft.paper ? new Date(draft.paper.receivedAt) : courtNow;
  if (asked.promised !== issueOn(receivedAt, calendar)) return { kind: 'date-changed' };
  const [on, due] = [courtDay(receivedAt), dueAt(receivedAt, calendar)];
  const court = await requireCourt(tx, claim.court, on);
  const nature = await requireNature(tx, claim.nature, on);
  const { taken, needless } = chooseDocuments(ready, answers, on);

  const submission = {
    ...{ reference, locale: asked.locale, court, documents: taken },
    ...{ claim: claimAsFiled(claim, nature), contact: contactToFile(contact) },
    title: titleOfProceeding(claim),
    ownNumber: claim.ownNumber,
    receivedAt,
    issueOn: asked.promised,
    isOpen: draft.paper ? due <= courtNow : isOpen(courtNow, calendar),
  };
  return { kind: 'prepared', submission, dueAt: due, needless };
}

/**
 * The earlier submission by the same form or of the same draft, even if the draft is gone.
 * @throws NotFound for another person's key; Refused 'submitAgain' for the key of another draft's form
 */
export async function findEarlier(
  tx: Db,
  actor: UserActor,
  { key, draft: reference }: Submit,
): Promise<Submitted | undefined> {
  const draft = tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.reference, reference));
  const found = await tx
    .select({ filing: filings, draft: drafts.reference })
    .from(filings)
    .innerJoin(drafts, eq(drafts.id, filings.draftId))
    .where(or(eq(filings.submissionKey, key), eq(filings.draftId, draft)));
  if (found.some(({ filing }) => filing.submittedBy !== actor.userId)) throw new NotFound('submission');
  if (found.some((earlier) => earlier.draft !== reference)) throw new Refused('submitAgain');
  const [earlier] = found;
  if (!earlier) return undefined;
  const { id: filingId, reference: ofFiling } = earlier.filing;
  return { kind: 'submitted', filingId, reference: ofFiling, isDue: false };
}

/** @throws Refused 'courtNotAccepting' */
export async function requireCourt(tx: Db, courtId: string, on: string): Promise<Court> {
  const court = await findCourt(courtId, on, tx);
  if (!court || !acceptsOn(court, on)) throw new Refused('courtNotAccepting');
  return court;
}

/**
 * The nature as it is to be kept: null where the code's own words hold.
 * @throws Refused 'natureNotInUse'
 */
async function requireNature(tx: Db, id: string, on: string) {
  const found = await findNature(id, on, tx);
  if (!found?.nature.inUse) throw new Refused('natureNotInUse');
  return found.isSet ? found.nature : null;
}

type ReadyDocument = ReceiptDocument & { id: string };

/** The draft's documents that are ready, in the order in which they came. */
export function listReady(tx: Db, draftId: string): Promise<ReadyDocument[]> {
  return tx
    .select({
      id: documents.id,
      kind: kindOfReady(),
      name: documents.name,
      size: documents.size,
      pages: sql<number>`coalesce(${documents.pages}, 0)`.mapWith(Number),
      sha256: sql<string>`coalesce(${documents.sha256}, '')`,
    })
    .from(documents)
    .where(and(eq(documents.draftId, draftId), eq(documents.state, 'ready')))
    .orderBy(asc(documents.createdAt), asc(documents.id));
}

/**
 * The documents that become the filing's: those that the answers require. The ids of the others are
 * `needless`.
 * @throws Refused 'documentsMissing'
 */
function chooseDocuments(ready: ReadyDocument[], answers: DraftAnswers, on: string) {
  const uploaded = ready.map(({ kind }) => kind);
  if (missingDocuments(answers, uploaded, on).length > 0) throw new Refused('documentsMissing');
  const asked: DocumentKind[] = documentsFor(answers, on).map(({ kind }) => kind);
  const isAsked = ({ kind }: ReadyDocument) => asked.includes(kind);
  const needless = ready.filter((document) => !isAsked(document)).map(({ id }) => id);
  return { taken: ready.filter(isAsked).map(({ id: _, ...document }) => document), needless };
}
