'use server';

import { z } from 'zod';
import { fieldErrors } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { changeSavedParty, deleteSavedParty, getSavedParty } from '@/lib/data/claim/saved-parties';
import { partyForm } from '@/lib/domain/claim/party';
import { joinProvince } from '@/lib/domain/contact/postal-address';
import { action } from '@/lib/web/action/action';
import { redirectTo, refuse } from '@/lib/web/action/outcome';

const sentSaved = z.object({ saved: z.string() });

/** Saves the changed entries, which must be complete as in a claim. */
export const change = action(
  { role: 'user', input: sentSaved, limit: 'write' },
  async ({ actor, input: { saved }, values, now }) => {
    const { role } = await getSavedParty(actor, saved);
    const party = { ...joinProvince(values), id: saved, role };
    const errors = fieldErrors({ parties: [party] }, `${role}s`, saved);
    if (Object.keys(errors).length > 0) return refuse(errors);
    await changeSavedParty(actor, saved, { ...partyForm(role).parse(party), role }, now);
    return redirectTo('/saved-parties');
  },
);

/** Deletes a saved party. */
export const remove = action(
  { role: 'user', input: sentSaved, limit: 'write' },
  async ({ actor, input: { saved } }) => {
    await deleteSavedParty(actor, saved);
    return redirectTo('/saved-parties');
  },
);
