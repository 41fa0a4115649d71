import { randomBytes } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { getCalendar } from '@/lib/data/calendar';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { courts, documents, drafts, filings, parties, profiles, receipts } from '@/lib/data/schema';
import type { UserActor } from '@/lib/domain/access';
import { courtDay, dueAt, isOpen, issueOn } from '@/lib/domain/calendar';
import { type Claim, type DraftAnswers, parseClaim, titleOfProceeding } from '@/lib/domain/claim';
import type { Contact } from '@/lib/domain/contact';
import { contentHash } from '@/lib/domain/content';
import { acceptsOn, type Court } from '@/lib/domain/court';
import { documentsFor, missingDocuments } from '@/lib/domain/document';
import { partyName } from '@/lib/domain/party';
import { newReference } from '@/lib/domain/reference';
import { searchText } from '@/lib/domain/search';

export type Submission = {
  reference: string;
  locale: 'en' | 'fr';
  claim: Claim;
  contact: Contact;
  court: Court;
  title: string;
  documents: ReceiptDocument[];
  receivedAt: Date;
  issueOn: string;
  /** Whether the office was open at that instant: then it is issued at once. */
  isOpen: boolean;
};

/** A document as the receipt tells of it: size in bytes, sha256 as hex. */
export type ReceiptDocument = (typeof receipts.$inferSelect)['documents'][number];

export type MailText = Pick<NewMail, 'subject' | 'html' | 'text'>;

/** What a person asked to submit. */
export type Submit = {
  /** The reference of the draft. */
  draft: string;
  locale: 'en' | 'fr';
  /** Of the rendered form: the same form sent again is the same submission. */
  key: string;
  /** The date that the form promised. */
  promised: string;
  /** `contentHash` of what the form showed. */
  seen: string;
};

/**
 * `date-changed`: the claim would bear another date than the one promised, and nothing was submitted. `content-changed`:
 * nor where what would be filed is not what the form showed. `isDue`: it was submitted just now, in business hours, and
 * is to be issued at once.
 */
export type Submitted =
  | { kind: 'submitted'; filingId: string; reference: string; isDue: boolean }
  | { kind: 'date-changed' | 'content-changed' };

/** The draft, locked until the transaction ends, so that a second submit of it waits for the first. */
async function lockDraft(tx: Tx, actor: UserActor, reference: string) {
  const [row] = await tx
    .select({ draft: drafts, contact: profiles.contact })
    .from(drafts)
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(eq(drafts.reference, reference), eq(profiles.userId, actor.userId), isNull(drafts.deletedAt)))
    .for('update', { of: drafts });
  if (!row) throw new NotFound('draft');
  return row;
}

async function requireCourt(tx: Tx, courtId: string, on: string): Promise<Court> {
  const [court] = await tx.select().from(courts).where(eq(courts.id, courtId));
  if (!court || !acceptsOn(court, on)) throw new Refused('courtNotAccepting');
  return court;
}

type ReadyDocument = ReceiptDocument & { id: string };

/** The draft's documents that are ready, in the order they came. */
function listReady(tx: Tx, draftId: string): Promise<ReadyDocument[]> {
  return tx
    .select({ id: documents.id, ...ofReceipt })
    .from(documents)
    .where(and(eq(documents.draftId, draftId), eq(documents.state, 'ready')))
    .orderBy(asc(documents.createdAt));
}

/**
 * The draft's documents become the filing's. One that was uploaded for an answer since changed is left out.
 * @throws Refused 'documentsMissing'
 */
async function takeDocuments(tx: Tx, ready: ReadyDocument[], answers: DraftAnswers, on: string) {
  const uploaded = ready.map(({ kind }) => kind);
  if (missingDocuments(answers, uploaded, on).length > 0) throw new Refused('documentsMissing');
  const asked = documentsFor(answers, on).map(({ kind }) => kind);
  const pointless = ready.filter(({ kind }) => !asked.includes(kind)).map(({ id }) => id);
  await tx.update(documents).set({ state: 'removed' }).where(inArray(documents.id, pointless));
  return ready.filter(({ kind }) => asked.includes(kind)).map(({ id: _, ...document }) => document);
}

/** What a receipt tells of a document that is ready. */
const ofReceipt = {
  kind: documents.kind,
  name: documents.name,
  size: documents.size,
  pages: sql<number>`coalesce(${documents.pages}, 0)`.mapWith(Number),
  sha256: sql<string>`coalesce(${documents.sha256}, '')`,
};

/**
 * What was submitted before by the same form.
 * @throws NotFound for another person's key; Refused 'submitAgain' for that of another draft's form
 */
async function findEarlier(tx: Tx, actor: UserActor, { draft, key }: Submit): Promise<Submitted | undefined> {
  const [earlier] = await tx
    .select({ filing: filings, draft: drafts.reference })
    .from(filings)
    .innerJoin(drafts, eq(drafts.id, filings.draftId))
    .where(eq(filings.submissionKey, key));
  if (!earlier) return undefined;
  if (earlier.filing.submittedBy !== actor.userId) throw new NotFound('submission');
  if (earlier.draft !== draft) throw new Refused('submitAgain');
  return again(earlier.filing);
}

const again = ({ id, reference }: { id: string; reference: string }): Submitted => ({
  kind: 'submitted',
  filingId: id,
  reference,
  isDue: false,
});

async function storeParties(tx: Tx, filingId: string, claim: Claim): Promise<void> {
  const rows = (['plaintiff', 'defendant'] as const).flatMap((role) =>
    claim[`${role}s`].map((party, position) => ({ filingId, role, position, name: partyName(party) })),
  );
  await tx.insert(parties).values(rows);
}

/**
 * Makes a filing of a draft: its claim and contact as they stand, the date it will bear, the receipt with the hash of
 * each document, and the receipt's e-mail, in one transaction. The date is that of the instant at which the court has
 * the whole submission (r. 4.05(8)), by the calendar as it then stands; later closures never change it. Nothing is
 * submitted where the form promised another date or showed other content. The same form, or the same draft, submitted
 * again gives the same filing.
 * @param writeReceipt makes the receipt's e-mail
 * @throws NotFound for a draft that is not the actor's; Refused 'claimIncomplete', 'courtNotAccepting', 'documentsMissing',
 *   'submitAgain'
 */
export function submitDraft(
  actor: UserActor,
  asked: Submit,
  { now, courtNow }: { now: Date; courtNow: Date },
  writeReceipt: (submission: Submission) => Promise<MailText>,
): Promise<Submitted> {
  const { locale, key, promised, seen } = asked;
  return db().transaction(async (tx) => {
    const replayed = await findEarlier(tx, actor, asked);
    if (replayed) return replayed;
    const { draft, contact } = await lockDraft(tx, actor, asked.draft);
    const [earlier] = await tx.select().from(filings).where(eq(filings.draftId, draft.id));
    if (earlier) return again(earlier);

    const parsed = parseClaim(draft.answers);
    if (!parsed.ok) throw new Refused('claimIncomplete');
    const { claim } = parsed;
    const calendar = await getCalendar(tx);
    const ready = await listReady(tx, draft.id);
    const documentIds = ready.map(({ id }) => id);
    if (seen !== contentHash({ answers: draft.answers, contact, documentIds }))
      return { kind: 'content-changed' };
    if (promised !== issueOn(courtNow, calendar)) return { kind: 'date-changed' };
    const on = courtDay(courtNow);
    const court = await requireCourt(tx, claim.court, on);
    const taken = await takeDocuments(tx, ready, draft.answers, on);

    const reference = newReference('R', randomBytes(5));
    const submission: Submission = {
      ...{ reference, locale, claim, contact, court, documents: taken },
      title: titleOfProceeding(claim),
      receivedAt: courtNow,
      issueOn: promised,
      isOpen: isOpen(courtNow, calendar),
    };
    const filingId = await storeFiling(tx, submission, {
      draftId: draft.id,
      profileId: draft.profileId,
      submittedBy: actor.userId,
      submissionKey: key,
      dueAt: dueAt(courtNow, calendar),
    });
    await tx.update(drafts).set({ submittedAt: now }).where(eq(drafts.id, draft.id));
    const details = { issueOn: promised };
    await record(tx, actor, { action: 'submit filing', subject: reference, details }, now);
    const receipt = await writeReceipt(submission);
    const mail = { dedupeKey: `claim-received/${filingId}`, recipient: contact.email, filingId, ...receipt };
    await queueMail(tx, { kind: 'claim-received', ...mail }, now);
    return { kind: 'submitted', filingId, reference, isDue: submission.isOpen };
  });
}

type Ownership = Pick<
  typeof filings.$inferInsert,
  'draftId' | 'profileId' | 'submittedBy' | 'submissionKey' | 'dueAt'
>;

/** The rows of a filing: itself, its parties, its receipt. @returns its id */
async function storeFiling(tx: Tx, submission: Submission, ownership: Ownership): Promise<string> {
  const { claim, contact, court, reference, receivedAt, issueOn, documents: taken } = submission;
  const partyNames = [...claim.plaintiffs, ...claim.defendants].map(partyName);
  const search = searchText({ reference, contact, partyNames });
  const [filing] = await tx
    .insert(filings)
    .values({ ...submission, ...ownership, courtId: court.id, search })
    .returning({ id: filings.id });
  if (!filing) throw new Error('the filing was not stored');
  await storeParties(tx, filing.id, claim);
  await tx.insert(receipts).values({ filingId: filing.id, receivedAt, issueOn, documents: taken });
  return filing.id;
}
