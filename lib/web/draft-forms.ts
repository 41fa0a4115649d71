import { z } from 'zod';
import { saveParty, saveStep } from '@/lib/data/drafts';
import { NotFound } from '@/lib/data/errors';
import type { Actor } from '@/lib/domain/access';
import { STEP_FORMS } from '@/lib/domain/claim';
import type { PartyRole } from '@/lib/domain/party';
import { provincesOf } from '@/lib/domain/places';

const PARTY_ID = /^[0-9a-f]{8}$/;

export function isPartyId(id: string): boolean {
  return PARTY_ID.test(id);
}

/** What every form of a step sends beside its fields: how it is left, and where to. */
const leaving = {
  draft: z.string(),
  go: z.literal('back').optional().catch(undefined),
  from: z.literal('review').optional().catch(undefined),
};

export const sentFields = z.object({ ...leaving, step: z.keyof(z.object(STEP_FORMS)) });
export const sentParties = z.object({ ...leaving, step: z.enum(['plaintiffs', 'defendants']) });
export const sentParty = sentParties.extend({ party: z.string().regex(PARTY_ID) });
export const sentDocuments = z.object({ ...leaving, step: z.literal('documents') });
export const sentTyped = z.union([sentFields, sentParty]);
export type SentParty = z.output<typeof sentParty>;

/**
 * Keeps what a step's form holds, valid or not.
 * @returns false when the draft is not the actor's to change any more: its first page knows what became of it
 */
export async function saveTyped(
  actor: Actor,
  sent: z.output<typeof sentTyped>,
  typed: Record<string, string>,
  now: Date,
): Promise<boolean> {
  const saving =
    'party' in sent
      ? saveParty(actor, sent.draft, { id: sent.party, role: roleOf(sent.step) }, partyTyped(typed), now)
      : saveStep(actor, sent.draft, sent.step, typed, now);
  return saving.then(
    () => true,
    (error: unknown) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );
}

export function roleOf(step: SentParty['step']): PartyRole {
  return step === 'plaintiffs' ? 'plaintiff' : 'defendant';
}

/** A party as typed, with the one of the form's two provinces that belongs to the country. */
export function partyTyped({ provinceElsewhere = '', ...typed }: Record<string, string>) {
  return provincesOf(typed.country ?? '') ? typed : { ...typed, province: provinceElsewhere };
}
