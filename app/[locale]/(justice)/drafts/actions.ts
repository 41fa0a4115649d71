'use server';

import { z } from 'zod';
import { NotFound } from '@/lib/data/access/errors';
import { deleteDraft } from '@/lib/data/claim/drafts';
import { restoreDraft } from '@/lib/data/claim/kept/deleted-drafts';
import type { UserActor } from '@/lib/domain/access/access';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';
import { noteRefusal } from '@/lib/web/action/refusals';

/** What is already so, as after a double click, is no error. */
const orNoted = (actor: UserActor, draft: string) => (error: unknown) => {
  if (!(error instanceof NotFound)) throw error;
  return noteRefusal(actor, 'send form', { path: draft, why: error.what });
};

/** Deletes one of the person's drafts, for now: its list offers to bring it back. */
export const remove = action(
  { role: 'user', input: z.object({ draft: z.string() }), limit: 'write' },
  async ({ actor, input, now }) => {
    await deleteDraft(actor, input.draft, now).catch(orNoted(actor, input.draft));
    return redirectTo('/drafts');
  },
);

/** Brings a deleted draft back. */
export const restore = action(
  { role: 'user', input: z.object({ draft: z.string() }), limit: 'write' },
  async ({ actor, input, now }) => {
    await restoreDraft(actor, input.draft, now).catch(orNoted(actor, input.draft));
    return redirectTo('/drafts');
  },
);
