'use server';

import { z } from 'zod';
import { deleteDraft } from '@/lib/data/drafts';
import { NotFound } from '@/lib/data/errors';
import { action, redirectTo } from '@/lib/web/action';
import { noteRefusal } from '@/lib/web/refusals';

/** Deletes a draft of the person's; one that is gone already, as after a double click, is no error. */
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
