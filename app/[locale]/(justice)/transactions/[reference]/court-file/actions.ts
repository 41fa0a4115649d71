'use server';

import { z } from 'zod';
import { startLater } from '@/lib/data/claim/later/later-drafts';
import { LATER_KINDS } from '@/lib/domain/claim/later/later';
import { errorKey } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';

const input = z.object({
  reference: z.string(),
  laterKind: z.enum(LATER_KINDS, { error: errorKey('laterKind') }),
});

/** Begins a document that is filed into the court file of this claim, or goes on with the one that was begun. */
export const begin = action(
  { role: 'user', input, limit: 'write' },
  async ({ actor, input: { reference, laterKind: kind }, now }) => {
    const draft = await startLater(actor, { reference, kind }, now);
    return redirectTo({ pathname: '/later-documents/[draft]', params: { draft: draft.reference } });
  },
);
