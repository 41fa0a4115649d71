'use server';

import { z } from 'zod';
import { changeSavedParty, deleteSavedParty, getSavedParty } from '@/lib/data/claim/saved-parties';
import { partyForm } from '@/lib/domain/claim/party';
import { joinProvince } from '@/lib/domain/contact/postal-address';
import { errorOf } from '@/lib/domain/text';
import { action, redirectTo, refuse } from '@/lib/web/action/action';

const sentSaved = z.object({ saved: z.string() });

/** Saves the changed entries, which must be complete as in a claim. */
export const change = action(
  { role: 'user', input: sentSaved, limit: 'write' },
  async ({ actor, input: { saved }, values, now }) => {
    const { role } = await getSavedParty(actor, saved);
    const parsed = partyForm(role).safeParse(joinProvince(values));
    if (!parsed.success) {
      const wrong = parsed.error.issues.map((issue) => [String(issue.path[0]), errorOf(issue)]);
      return refuse(Object.fromEntries(wrong));
    }
    await changeSavedParty(actor, saved, { ...parsed.data, role }, now);
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
