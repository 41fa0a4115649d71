'use server';

import { z } from 'zod';
import { startDraft } from '@/lib/data/claim/drafts';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';

/** Start: a new draft of a claim. */
export const start = action({ role: 'user', input: z.object({}), limit: 'write' }, async ({ actor, now }) => {
  const { reference } = await startDraft(actor, now);
  return redirectTo({ pathname: '/claims/[draft]/start', params: { draft: reference } });
});
