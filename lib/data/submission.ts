import { randomBytes } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { getCalendar } from '@/lib/data/calendar';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { courts, documents, drafts, filings, parties, profiles } from '@/lib/data/schema';
import type { UserActor } from '@/lib/domain/access';
import { courtDay, dueAt, isOpen, issueOn } from '@/lib/domain/calendar';
import { type Claim, type DraftAnswers, parseClaim, titleOfProceeding } from '@/lib/domain/claim';
import type { Contact } from '@/lib/domain/contact';
import { acceptsOn, type Court } from '@/lib/domain/court';
import { documentsFor, missingDocuments } from '@/lib/domain/document';
import { partyName } from '@/lib/domain/party';
import { newReference } from '@/lib/domain/reference';

export type Submission = {
  reference: string;
  locale: 'en' | 'fr';
  claim: Claim;
  contact: Contact;
  court: Court;
  title: string;
  receivedAt: Date;
  issueOn: string;
};

export type MailText = Pick<NewMail, 'subject' | 'html' | 'text'>;
export type Submitted = { filingId: string; reference: string; isNew: boolean };

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

/**
 * The draft's documents become the filing's. One that was uploaded for an answer since changed is left out.
 * @throws Refused 'documentsMissing'
 */
async function takeDocuments(tx: Tx, draftId: string, answers: DraftAnswers, on: string): Promise<void> {
  const ready = await tx
    .select({ id: documents.id, kind: documents.kind })
    .from(documents)
    .where(and(eq(documents.draftId, draftId), eq(documents.state, 'ready')));
  const uploaded = ready.map(({ kind }) => kind);
  if (missingDocuments(answers, uploaded, on).length > 0) throw new Refused('documentsMissing');
  const asked = documentsFor(answers, on).map(({ kind }) => kind);
  const pointless = ready.filter(({ kind }) => !asked.includes(kind)).map(({ id }) => id);
  await tx.update(documents).set({ state: 'removed' }).where(inArray(documents.id, pointless));
}

async function storeParties(tx: Tx, filingId: string, claim: Claim): Promise<void> {
  const rows = (['plaintiff', 'defendant'] as const).flatMap((role) =>
    claim[`${role}s`].map((party, position) => ({ filingId, role, position, name: partyName(party) })),
  );
  await tx.insert(parties).values(rows);
}

/**
 * Makes a filing of a draft: its claim and contact as they stand, the date it will bear and, outside business hours,
 * the receipt in the outbox (in hours the issued claim itself follows at once), in one transaction. The date is that of the instant at which the court has the whole submission (r. 4.05(8)).
 * Submitting the same draft again gives the same filing.
 * @param writeReceipt makes the receipt's e-mail
 * @throws NotFound for a draft that is not the actor's; Refused 'claimIncomplete', 'courtNotAccepting', 'documentsMissing'
 */
export function submitDraft(
  actor: UserActor,
  { draft: draftReference, locale }: { draft: string; locale: 'en' | 'fr' },
  { now, courtNow }: { now: Date; courtNow: Date },
  writeReceipt: (submission: Submission) => Promise<MailText>,
): Promise<Submitted> {
  return db().transaction(async (tx) => {
    const { draft, contact } = await lockDraft(tx, actor, draftReference);
    const [earlier] = await tx.select().from(filings).where(eq(filings.draftId, draft.id));
    if (earlier) return { filingId: earlier.id, reference: earlier.reference, isNew: false };

    const parsed = parseClaim(draft.answers);
    if (!parsed.ok) throw new Refused('claimIncomplete');
    const { claim } = parsed;
    const calendar = await getCalendar(tx);
    const on = courtDay(courtNow);
    const court = await requireCourt(tx, claim.court, on);
    await takeDocuments(tx, draft.id, draft.answers, on);

    const submission: Submission = {
      reference: newReference('R', randomBytes(5)),
      locale,
      claim,
      contact,
      court,
      title: titleOfProceeding(claim),
      receivedAt: courtNow,
      issueOn: issueOn(courtNow, calendar),
    };
    const [filing] = await tx
      .insert(filings)
      .values({
        ...submission,
        draftId: draft.id,
        profileId: draft.profileId,
        submittedBy: actor.userId,
        courtId: court.id,
        dueAt: dueAt(courtNow, calendar),
      })
      .returning({ id: filings.id });
    if (!filing) throw new Error('the filing was not stored');
    await storeParties(tx, filing.id, claim);
    await tx.update(drafts).set({ submittedAt: now }).where(eq(drafts.id, draft.id));
    const { reference } = submission;
    await record(
      tx,
      actor,
      { action: 'submit filing', subject: reference, details: { issueOn: submission.issueOn } },
      now,
    );
    if (!isOpen(courtNow, calendar)) {
      const receipt = await writeReceipt(submission);
      const dedupeKey = `claim-received/${filing.id}`;
      const { email: recipient } = contact;
      await queueMail(
        tx,
        { kind: 'claim-received', dedupeKey, recipient, filingId: filing.id, ...receipt },
        now,
      );
    }
    return { filingId: filing.id, reference, isNew: true };
  });
}
