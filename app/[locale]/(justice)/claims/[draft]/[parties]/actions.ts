'use server';

import { openClaim } from '@/app/[locale]/(justice)/claims/[draft]/claim';
import { changesOf, changesOfRemoved } from '@/app/[locale]/(justice)/claims/[draft]/saving/changes';
import {
  claimHref,
  fieldErrors,
  hrefAfter,
  hrefBefore,
  stepHref,
} from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { removeParty } from '@/lib/data/claim/answers';
import { type PartyStep, partiesOf, roleOf, stepErrors } from '@/lib/domain/claim/claim';
import { partyForm } from '@/lib/domain/claim/party';
import { prefilled } from '@/lib/domain/claim/proposals/prefilled';
import { withSharedAddress } from '@/lib/domain/claim/shared-address';
import { joinProvince } from '@/lib/domain/contact/postal-address';
import { action } from '@/lib/web/action/action';
import { type SentParty, saveFormValues, seenIn, sentParties, sentParty } from '@/lib/web/action/draft-forms';
import { redirectTo, refuse } from '@/lib/web/action/outcome';

/** Save and continue, or Back, on the page of one party. */
export const leaveParty = action(
  { role: 'user', input: sentParty, limit: 'write' },
  async ({ actor, input, values: sent, now }) => {
    const { draft, step, party, go, from } = input;
    const { draft: before } = await openClaim(draft);
    const values = withSharedAddress(sent, before.answers.parties ?? []);
    if (go === 'back' && (await isUntouched(input, values))) {
      const others = await hasParties(draft, step);
      return redirectTo(others ? stepHref(draft, from ?? step) : hrefBefore(draft, step, from));
    }
    const saved = await saveFormValues(actor, input, values, now).catch(changesOf);
    if (typeof saved !== 'boolean') return saved;
    if (!saved) return redirectTo(claimHref(draft));
    const list = redirectTo(stepHref(draft, from ?? step));
    if (go === 'back') return list;
    const parties = [{ ...joinProvince(values), id: party, role: roleOf(step) }];
    const errors = fieldErrors({ parties }, step, party);
    return Object.keys(errors).length > 0 ? refuse(errors) : list;
  },
);

async function hasParties(reference: string, step: PartyStep): Promise<boolean> {
  const { draft } = await openClaim(reference);
  return partiesOf(draft.answers, roleOf(step)).length > 0;
}

/** Whether the form of a party that is not in the draft yet holds only values that the service filled in. */
async function isUntouched(
  { draft: reference, step, party }: SentParty,
  values: Record<string, string>,
): Promise<boolean> {
  const { draft, profile } = await openClaim(reference);
  const parties = partiesOf(draft.answers, roleOf(step));
  if (parties.some(({ id }) => id === party)) return false;
  const { contact, usual } = profile;
  const ours: Record<string, string> = prefilled(step, contact, parties.length === 0, usual.lawyerNumber);
  const theirs: Record<string, string> = joinProvince(values);
  const fields = Object.keys(partyForm(roleOf(step)).shape);
  return fields.every((field) => (theirs[field] ?? '') === (ours[field] ?? ''));
}

/** Save and continue, or Back, on the list of plaintiffs or defendants. Each party must be complete. */
export const leaveParties = action(
  { role: 'user', input: sentParties, limit: 'write' },
  async ({ input: { draft: reference, step, go, from } }) => {
    if (go === 'back') return redirectTo(hrefBefore(reference, step, from));
    const { draft } = await openClaim(reference);
    const errors = stepErrors(draft.answers, step);
    const whole = errors.find(({ party }) => !party);
    if (whole) return refuse(whole.error);
    const incomplete = errors.map(({ party }) => [`party-${party}`, 'partyIncomplete']);
    return incomplete.length > 0
      ? refuse(Object.fromEntries(incomplete))
      : redirectTo(hrefAfter(reference, step, from));
  },
);

/** Remove, on the list. A party that another page changed since is first shown as it is now. */
export const remove = action(
  { role: 'user', input: sentParty, limit: 'write' },
  async ({ actor, input, now }) => {
    const { draft, step, party, from } = input;
    await openClaim(draft);
    const removed = { id: party, role: roleOf(step) };
    const changed = await removeParty(actor, draft, removed, now, seenIn(input)).catch(changesOfRemoved);
    if (changed) return changed;
    return redirectTo(stepHref(draft, step, from));
  },
);
