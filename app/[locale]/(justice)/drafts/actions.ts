'use server';

import { z } from 'zod';
import { deleteDraft } from '@/lib/data/drafts';
import { action, redirectTo } from '@/lib/web/action';

/** Deletes a draft of the person's. */
export const remove = action(
  { role: 'user', input: z.object({ draft: z.string() }), limit: 'write' },
  async ({ actor, input, now }) => {
    await deleteDraft(actor, input.draft, now);
    return redirectTo('/drafts');
  },
);
