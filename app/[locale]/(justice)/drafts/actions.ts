'use server';

import { z } from 'zod';
import { NotFound } from '@/lib/data/access/errors';
import { deleteDraft } from '@/lib/data/claim/drafts';
import { action, redirectTo } from '@/lib/web/action/action';
import { noteRefusal } from '@/lib/web/action/refusals';

/** Deletes one of the person's drafts. If it is already gone, as after a double click, that is no error. */
export const remove = action(
  { role: 'user', input: z.object({ draft: z.string() }), limit: 'write' },
  async ({ actor, input, now }) => {
    await deleteDraft(actor, input.draft, now).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
      return noteRefusal(actor, 'send form', { path: input.draft, why: error.what });
    });
    return redirectTo('/drafts');
  },
);
