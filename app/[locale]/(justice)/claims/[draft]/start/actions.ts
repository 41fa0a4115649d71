'use server';

import { z } from 'zod';
import { checkHref } from '@/app/[locale]/(justice)/claims/[draft]/steps';
import { sortDocuments } from '@/lib/data/claim/documents/sort-documents';
import { errorKey } from '@/lib/domain/text';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';

const input = z.object({ draft: z.string(), document: z.string({ error: errorKey('chooseClaim') }) });

/** Says which of the files is the claim. */
export const chooseClaim = action(
  { role: 'user', input, limit: 'write' },
  async ({ actor, input: { draft, document } }) => {
    await sortDocuments(actor, draft, { [document]: 'claim' });
    return redirectTo(checkHref(draft));
  },
);
