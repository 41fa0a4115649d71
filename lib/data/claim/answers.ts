import { eq } from 'drizzle-orm';
import { Refused } from '@/lib/data/access/errors';
import { type Draft, lockDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import type { Actor } from '@/lib/domain/access/access';
import {
  type DraftAnswers,
  type FieldStep,
  MOST_PARTIES,
  STEP_FORMS,
  type Step,
} from '@/lib/domain/claim/claim';
import {
  type ChangedField,
  changedFields,
  type Seen,
  savedElsewhere,
} from '@/lib/domain/claim/draft/saved-part';
import { type PartyRole, partyForm } from '@/lib/domain/claim/party';
import { keptOf } from '@/lib/domain/text';

/**
 * Another page saved other entries since the one that sends these was rendered. Nothing was saved; the person chooses,
 * and a page that knows `version` may write over what is there.
 */
export class ChangedElsewhere extends Error {
  constructor(
    readonly version: number,
    readonly at: Date,
    readonly fields: readonly ChangedField[],
  ) {
    super('the draft was changed elsewhere');
    this.name = 'ChangedElsewhere';
  }
}

/** A form's entries for one part of the draft. */
type Part = { name: string; fields: readonly string[]; typed: Record<string, string> };

/** Who saves: the actor, and what their page knows of the draft. A page that says nothing is not compared. */
type Saving = { actor: Actor; reference: string; now: Date; seen?: Seen | undefined };

/**
 * Saves the entries of a step, valid or not. Fields that the step does not have are left out.
 * @throws NotFound; ChangedElsewhere
 */
export function saveStep(
  actor: Actor,
  reference: string,
  step: FieldStep,
  typed: Record<string, string>,
  now: Date,
  seen?: Seen,
): Promise<void> {
  const fields = Object.keys(STEP_FORMS[step].shape);
  const part = { name: step, fields, typed: pick(fields, typed) };
  return changeAnswers({ actor, reference, now, seen }, step, [part], (answers) => ({
    ...answers,
    [step]: part.typed,
  }));
}

/**
 * Saves the entries about a party, valid or not. A new `id` adds a party at the end.
 * @throws NotFound; Refused 'tooManyParties'; ChangedElsewhere
 */
export function saveParty(
  actor: Actor,
  reference: string,
  { id, role }: { id: string; role: PartyRole },
  typed: Record<string, string>,
  now: Date,
  seen?: Seen,
): Promise<void> {
  const fields = Object.keys(partyForm(role).shape);
  const part = { name: id, fields, typed: pick(fields, typed) };
  const party = { ...part.typed, id, role };
  return changeAnswers(
    { actor, reference, now, seen },
    `${role}s`,
    [part],
    ({ parties = [], ...answers }) => {
      if (parties.some((one) => one.id === id))
        return { ...answers, parties: parties.map((one) => (one.id === id ? party : one)) };
      if (parties.length >= MOST_PARTIES) throw new Refused('tooManyParties');
      return { ...answers, parties: [...parties, party] };
    },
  );
}

/** Removes a party from the draft. An absent party is no error. @throws NotFound; ChangedElsewhere */
export function removeParty(
  actor: Actor,
  reference: string,
  { id, role }: { id: string; role: PartyRole },
  now: Date,
  seen?: Seen,
): Promise<void> {
  const part = { name: id, fields: Object.keys(partyForm(role).shape), typed: {} };
  return changeAnswers(
    { actor, reference, now, seen },
    `${role}s`,
    [part],
    ({ parties = [], ...answers }) => ({
      ...answers,
      parties: parties.filter((party) => party.id !== id),
    }),
  );
}

/**
 * Changes the entries of a draft under its lock; `step` is the one that is then the last saved, and `parts` are those that
 * the change is about.
 * @throws NotFound; ChangedElsewhere
 */
export function changeAnswers(
  { actor, reference, now, seen }: Saving,
  step: Step,
  parts: readonly Part[],
  answer: (answers: DraftAnswers) => DraftAnswers,
): Promise<void> {
  return db().transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, reference);
    if (seen) refuseOlder(draft, parts, seen);
    const version = draft.version + 1;
    const saved = { version, tab: seen?.tab ?? '', at: now.toISOString() };
    const savedParts = { ...draft.savedParts, ...Object.fromEntries(parts.map(({ name }) => [name, saved])) };
    const answers = answer(draft.answers);
    await tx
      .update(drafts)
      .set({ answers, step, version, savedParts, updatedAt: now })
      .where(eq(drafts.id, draft.id));
  });
}

/** @throws ChangedElsewhere if another page saved one of the parts since, and differently */
function refuseOlder(draft: Draft, parts: readonly Part[], seen: Seen): void {
  const changed = parts.flatMap(({ name, fields, typed }) => {
    const last = savedElsewhere(draft.savedParts, name, seen);
    const different = last ? changedFields(fields, typed, entriesOf(draft.answers, name)) : [];
    return last && different.length > 0 ? [{ at: last.at, different }] : [];
  });
  if (changed.length === 0) return;
  const at =
    changed
      .map((one) => one.at)
      .sort()
      .at(-1) ?? '';
  throw new ChangedElsewhere(
    draft.version,
    new Date(at),
    changed.flatMap(({ different }) => different),
  );
}

/** What the draft says of a step or a party; nothing of a party that was removed. */
function entriesOf({ parties = [], ...steps }: DraftAnswers, name: string): Record<string, string> {
  return { ...(name in STEP_FORMS ? steps[name as FieldStep] : parties.find(({ id }) => id === name)) };
}

/** The named entries as they were typed. */
function pick(names: readonly string[], typed: Record<string, string>): Record<string, string> {
  const given = names.filter((name) => typed[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, keptOf(typed[name] ?? '')]));
}
