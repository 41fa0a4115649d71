import { randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { profiles, users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { courtFiles } from '@/lib/data/db/schema/court';
import { documents, removed } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import type { Actor } from '@/lib/domain/access/access';
import { newReference } from '@/lib/domain/access/reference';
import type { DraftAnswers, Step } from '@/lib/domain/claim/claim';
import type { DocumentKind } from '@/lib/domain/claim/document';
import type { Paper } from '@/lib/domain/claim/draft/paper';
import type { SavedParts } from '@/lib/domain/claim/draft/saved-part';
import type { LaterKind } from '@/lib/domain/claim/later/later';
import type { Contact } from '@/lib/domain/contact/contact';

/** A draft that is neither submitted nor deleted. `step` is the step that was saved last. */
export type Draft = {
  id: string;
  reference: string;
  answers: DraftAnswers;
  step: Step;
  /** How often its answers were saved. */
  version: number;
  savedParts: SavedParts;
  /** In the draft of a later document: the court file, and what is filed into it. */
  filedIn: string | null;
  laterKind: LaterKind | null;
  /** In the draft of a claim that was handed in on paper. */
  paper: Paper | null;
  createdAt: Date;
  updatedAt: Date;
  expiryToldAt: Date | null;
};

/** A draft in its list. */
export type ListedDraft = Draft & {
  uploaded: DocumentKind[];
  /** The title of the proceeding, for a later document. */
  courtTitle: string | null;
};

const columns = {
  id: drafts.id,
  reference: drafts.reference,
  answers: drafts.answers,
  step: drafts.step,
  version: drafts.version,
  savedParts: drafts.savedParts,
  filedIn: drafts.filedIn,
  laterKind: drafts.laterKind,
  paper: drafts.paper,
  createdAt: drafts.createdAt,
  updatedAt: drafts.updatedAt,
  expiryToldAt: drafts.expiryToldAt,
};

/** A draft that is not deleted, submitted or not, with the contact information of its profile, or of who handed it in on paper. */
export type OwnDraft = Draft & { submittedAt: Date | null; profileId: string; contact: Contact };

const ownColumns = {
  ...columns,
  submittedAt: drafts.submittedAt,
  profileId: drafts.profileId,
  contact: profiles.contact,
};

/** A condition for the actor's drafts. @throws NotFound for anyone who is not signed in */
function own(actor: Actor) {
  if (actor.kind !== 'user') throw new NotFound('draft');
  return and(eq(profiles.userId, actor.userId), isNull(drafts.deletedAt));
}

function selectOwn(tx: Db, actor: Actor, reference: string) {
  return tx
    .select(ownColumns)
    .from(drafts)
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(eq(drafts.reference, reference), own(actor)));
}

/** An id for a party that a draft does not have yet. */
export const newPartyId = (): string => randomUUID().slice(0, 8);

/** Begins a claim for the actor's profile, with these entries. @throws NotFound if there is no profile */
export async function startDraft(
  actor: Actor,
  now: Date,
  answers: DraftAnswers = {},
): Promise<{ reference: string }> {
  if (actor.kind !== 'user') throw new NotFound('profile');
  return db().transaction(async (tx) => {
    const [profile] = await tx.select().from(profiles).where(eq(profiles.userId, actor.userId));
    if (!profile) throw new NotFound('profile');
    const reference = newReference('D', randomBytes(5));
    await tx.insert(drafts).values({
      reference,
      profileId: profile.id,
      createdBy: actor.userId,
      answers,
      createdAt: now,
      updatedAt: now,
    });
    await record(tx, actor, { action: 'start draft', subject: reference }, now);
    return { reference };
  });
}

/** The kinds of the documents of a draft that are ready. */
const uploadedKinds = sql<DocumentKind[]>`(select coalesce(json_agg(distinct ${documents.kind}), '[]')
  from ${documents} where ${documents.draftId} = ${drafts.id} and ${documents.state} = 'ready')`;

/** The actor's unfinished drafts, the last changed first, with the kinds of their documents. */
export async function listDrafts(actor: Actor): Promise<ListedDraft[]> {
  return db()
    .select({ ...columns, uploaded: uploadedKinds, courtTitle: courtFiles.title })
    .from(drafts)
    .leftJoin(courtFiles, eq(courtFiles.number, drafts.filedIn))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(own(actor), isNull(drafts.submittedAt)))
    .orderBy(desc(drafts.updatedAt));
}

/** @throws NotFound if the draft is another person's, submitted or deleted */
export async function getDraft(actor: Actor, reference: string): Promise<Draft> {
  return unsubmitted(await getOwnDraft(actor, reference));
}

/** @throws NotFound if the draft is another person's or deleted */
export async function getOwnDraft(actor: Actor, reference: string): Promise<OwnDraft> {
  const [draft] = await selectOwn(db(), actor, reference);
  if (!draft) throw new NotFound('draft');
  return asHandedIn(draft);
}

const asHandedIn = (draft: OwnDraft): OwnDraft => ({
  ...draft,
  contact: draft.paper?.contact ?? draft.contact,
});

/**
 * The draft, locked: nobody else can change or submit it until the transaction ends.
 * @throws NotFound as getDraft
 */
export async function lockDraft(tx: Tx, actor: Actor, reference: string): Promise<Draft> {
  return unsubmitted(await lockOwnDraft(tx, actor, reference));
}

/** As lockDraft, but also for a submitted draft. @throws NotFound as getOwnDraft */
export async function lockOwnDraft(tx: Tx, actor: Actor, reference: string): Promise<OwnDraft> {
  const [draft] = await selectOwn(tx, actor, reference).for('update', { of: drafts });
  if (!draft) throw new NotFound('draft');
  return asHandedIn(draft);
}

function unsubmitted({ submittedAt, profileId: _, contact: __, ...draft }: OwnDraft): Draft {
  if (submittedAt) throw new NotFound('draft');
  return draft;
}

/** What a clerk entered of paper belongs to who handed it in, once it is submitted. */
const isEntered = (userId: string) => and(eq(drafts.createdBy, userId), isNotNull(drafts.paper));

/** The reference of the filing that the actor's draft became, or null. */
export async function findFilingOfDraft(actor: Actor, reference: string): Promise<string | null> {
  if (actor.kind !== 'user') return null;
  const [filing] = await db()
    .select({ reference: filings.reference })
    .from(filings)
    .innerJoin(drafts, eq(drafts.id, filings.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(
      and(eq(drafts.reference, reference), or(eq(profiles.userId, actor.userId), isEntered(actor.userId))),
    );
  return filing?.reference ?? null;
}

/**
 * Deletes the draft from the person's view; its row stays, and its files leave storage an hour later.
 * @throws NotFound; Refused 'draftKept' while the account is under a legal hold
 */
export function deleteDraft(actor: Actor, reference: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    await refuseUnderHold(tx, actor);
    const draft = await lockDraft(tx, actor, reference);
    await markDeleted(tx, draft.id, now);
    await record(tx, actor, { action: 'delete draft', subject: reference }, now);
  });
}

/** Deletes a draft that is locked, and with it the documents that stand in it. */
export async function markDeleted(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.update(drafts).set({ deletedAt: now }).where(eq(drafts.id, id));
  const standing = and(eq(documents.draftId, id), ne(documents.state, 'removed'));
  await tx.update(documents).set(removed(now)).where(standing);
}

/** Locks the account, so that nobody sets a legal hold meanwhile. @throws Refused 'draftKept' */
async function refuseUnderHold(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== 'user') return;
  const [user] = await tx
    .select({ legalHold: users.legalHold })
    .from(users)
    .where(eq(users.id, actor.userId))
    .for('share');
  if (user && user.legalHold !== null) throw new Refused('draftKept');
}
