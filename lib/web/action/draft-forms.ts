import { z } from 'zod';
import { NotFound } from '@/lib/data/access/errors';
import { saveParty, saveStep } from '@/lib/data/claim/answers';
import type { Actor } from '@/lib/domain/access/access';
import { type DraftAnswers, PARTY_STEPS, roleOf, STEP_FORMS } from '@/lib/domain/claim/claim';
import type { Seen } from '@/lib/domain/claim/draft/saved-part';
import { joinProvince } from '@/lib/domain/contact/postal-address';
import { keptOf } from '@/lib/domain/text';

const PARTY_ID = /^[0-9a-f]{8}$/;

export function isPartyId(id: string): boolean {
  return PARTY_ID.test(id);
}

const version = z.coerce.number().int().optional().catch(undefined);

/**
 * The values that every form of a step sends beside its fields: its draft, whether the person leaves by Back,
 * and the page from which it was opened; which version of the draft that page showed, its id, and the later version that
 * the person was told of and writes over.
 */
const leaving = {
  draft: z.string(),
  go: z.literal('back').optional().catch(undefined),
  from: z.literal('review').optional().catch(undefined),
  version,
  tab: z.string().min(1).max(40).optional().catch(undefined),
  knows: version,
};

type SentSeen = { version?: number | undefined; tab?: string | undefined; knows?: number | undefined };

/** What the page of a form knows of the draft; nothing, from a page of the release before. */
export function seenIn({ version: shown, tab, knows = 0 }: SentSeen): Seen | undefined {
  return shown === undefined || !tab ? undefined : { version: Math.max(shown, knows), tab };
}

export const sentFields = z.object({ ...leaving, step: z.keyof(z.object(STEP_FORMS)) });
export const sentParties = z.object({ ...leaving, step: z.enum(PARTY_STEPS) });
export const sentParty = sentParties.extend({ party: z.string().regex(PARTY_ID) });
export const sentDocuments = z.object({ ...leaving, step: z.literal('documents') });
export const sentForm = z.union([sentFields, sentParty]);
export type SentParty = z.output<typeof sentParty>;

/** A form with the fields of all steps of one question each. */
export const sentAnswers = z.object(leaving);

/** The entries of the steps of one question each, as they were typed in one form. */
export function answersOf(values: Record<string, string>): Omit<DraftAnswers, 'parties'> {
  const steps = Object.entries(STEP_FORMS).map(([step, form]) => {
    const fields = Object.keys(form.shape).map((field) => [field, keptOf(values[field] ?? '')]);
    return [step, Object.fromEntries(fields)];
  });
  return Object.fromEntries(steps);
}

/**
 * Saves the values of a step's form in its draft, valid or not.
 * @returns false if the actor may no longer change the draft
 * @throws ChangedElsewhere if another page saved something else meanwhile
 */
export async function saveFormValues(
  actor: Actor,
  sent: z.output<typeof sentForm>,
  values: Record<string, string>,
  now: Date,
): Promise<boolean> {
  const { draft } = sent;
  const saving =
    'party' in sent
      ? saveParty(
          actor,
          draft,
          { id: sent.party, role: roleOf(sent.step) },
          joinProvince(values),
          now,
          seenIn(sent),
        )
      : saveStep(actor, draft, sent.step, values, now, seenIn(sent));
  return saving.then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );
}
