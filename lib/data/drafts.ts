import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { type Db, db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { drafts, filings, profiles, users } from '@/lib/data/schema';
import type { Actor } from '@/lib/domain/access';
import { type DraftAnswers, type FieldStep, STEP_FORMS, type Step } from '@/lib/domain/claim';
import { type PartyRole, partyForm } from '@/lib/domain/party';
import { newReference } from '@/lib/domain/reference';

/** A draft that is neither submitted nor deleted. `step` is the one that was last saved. */
export type Draft = {
  id: string;
  reference: string;
  answers: DraftAnswers;
  step: Step;
  createdAt: Date;
  updatedAt: Date;
};

/** No answer is longer; what is cut here is refused by the form long before. */
const LONGEST = 1_000;

const columns = {
  id: drafts.id,
  reference: drafts.reference,
  answers: drafts.answers,
  step: drafts.step,
  createdAt: drafts.createdAt,
  updatedAt: drafts.updatedAt,
};

/** The drafts that are the actor's to work on, as a condition. @throws NotFound for anyone who is not signed in */
function own(actor: Actor) {
  if (actor.kind !== 'user') throw new NotFound('draft');
  return and(eq(profiles.userId, actor.userId), isNull(drafts.submittedAt), isNull(drafts.deletedAt));
}

function selectDrafts(tx: Db) {
  return tx.select(columns).from(drafts).innerJoin(profiles, eq(profiles.id, drafts.profileId));
}

/** Begins a claim for the actor's profile. @throws NotFound without a profile */
export async function startDraft(actor: Actor, now: Date): Promise<{ reference: string }> {
  if (actor.kind !== 'user') throw new NotFound('profile');
  return db().transaction(async (tx) => {
    const [profile] = await tx.select().from(profiles).where(eq(profiles.userId, actor.userId));
    if (!profile) throw new NotFound('profile');
    const reference = newReference('D', randomBytes(5));
    await tx.insert(drafts).values({
      reference,
      profileId: profile.id,
      createdBy: actor.userId,
      answers: {},
      createdAt: now,
      updatedAt: now,
    });
    await record(tx, actor, { action: 'start draft', subject: reference }, now);
    return { reference };
  });
}

/** The actor's drafts, the last changed first. */
export async function listDrafts(actor: Actor): Promise<Draft[]> {
  return selectDrafts(db()).where(own(actor)).orderBy(desc(drafts.updatedAt));
}

/** @throws NotFound when the draft is another person's, submitted or deleted */
export async function getDraft(actor: Actor, reference: string): Promise<Draft> {
  const [draft] = await selectDrafts(db()).where(and(eq(drafts.reference, reference), own(actor)));
  if (!draft) throw new NotFound('draft');
  return draft;
}

/** The draft, which nobody else can change or submit until the transaction ends. @throws NotFound as getDraft */
export async function lockDraft(tx: Tx, actor: Actor, reference: string): Promise<Draft> {
  const [draft] = await selectDrafts(tx)
    .where(and(eq(drafts.reference, reference), own(actor)))
    .for('update', { of: drafts });
  if (!draft) throw new NotFound('draft');
  return draft;
}

/** The reference of the filing that the actor's draft became, or null. */
export async function findFilingOfDraft(actor: Actor, reference: string): Promise<string | null> {
  if (actor.kind !== 'user') return null;
  const [filing] = await db()
    .select({ reference: filings.reference })
    .from(filings)
    .innerJoin(drafts, eq(drafts.id, filings.draftId))
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(and(eq(drafts.reference, reference), eq(profiles.userId, actor.userId)));
  return filing?.reference ?? null;
}

/** Keeps what was typed at a step, valid or not; fields that the step does not have are left out. @throws NotFound */
export function saveStep(
  actor: Actor,
  reference: string,
  step: FieldStep,
  typed: Record<string, string>,
  now: Date,
): Promise<void> {
  const fields = pick(Object.keys(STEP_FORMS[step].shape), typed);
  return change(actor, reference, step, now, (answers) => ({ ...answers, [step]: fields }));
}

/** Keeps what was typed of a party, valid or not; a new `id` adds a party at the end. @throws NotFound */
export function saveParty(
  actor: Actor,
  reference: string,
  { id, role }: { id: string; role: PartyRole },
  typed: Record<string, string>,
  now: Date,
): Promise<void> {
  const party = { ...pick(Object.keys(partyForm(role).shape), typed), id, role };
  return change(actor, reference, `${role}s`, now, ({ parties = [], ...answers }) => ({
    ...answers,
    parties: parties.some((one) => one.id === id)
      ? parties.map((one) => (one.id === id ? party : one))
      : [...parties, party],
  }));
}

/** Takes a party out of the draft; one that is not there is no error. @throws NotFound */
export function removeParty(
  actor: Actor,
  reference: string,
  { id, role }: { id: string; role: PartyRole },
  now: Date,
): Promise<void> {
  return change(actor, reference, `${role}s`, now, ({ parties = [], ...answers }) => ({
    ...answers,
    parties: parties.filter((party) => party.id !== id),
  }));
}

/**
 * Deletes the draft from the person's view; its row stays.
 * @throws NotFound; Refused 'draftKept' while a legal hold stands on the account
 */
export function deleteDraft(actor: Actor, reference: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    await refuseUnderHold(tx, actor);
    const draft = await lockDraft(tx, actor, reference);
    await tx.update(drafts).set({ deletedAt: now }).where(eq(drafts.id, draft.id));
    await record(tx, actor, { action: 'delete draft', subject: reference }, now);
  });
}

/** The account stays locked against a hold that is being set. @throws Refused 'draftKept' */
async function refuseUnderHold(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== 'user') return;
  const [user] = await tx
    .select({ legalHold: users.legalHold })
    .from(users)
    .where(eq(users.id, actor.userId))
    .for('share');
  if (user && user.legalHold !== null) throw new Refused('draftKept');
}

function change(
  actor: Actor,
  reference: string,
  step: Step,
  now: Date,
  answer: (answers: DraftAnswers) => DraftAnswers,
): Promise<void> {
  return db().transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, reference);
    const answers = answer(draft.answers);
    await tx.update(drafts).set({ answers, step, updatedAt: now }).where(eq(drafts.id, draft.id));
  });
}

/** The named texts as they were typed; JSON in the database cannot hold the character NUL. */
function pick(names: readonly string[], typed: Record<string, string>): Record<string, string> {
  const given = names.filter((name) => typed[name] !== undefined);
  return Object.fromEntries(
    given.map((name) => [name, (typed[name] ?? '').replaceAll('\0', '').slice(0, LONGEST)]),
  );
}
