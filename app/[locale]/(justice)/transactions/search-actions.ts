'use server';

import { z } from 'zod';
import { transactionsPage } from '@/app/[locale]/(justice)/transactions/search-page';
import { listFilter } from '@/lib/domain/filing/list-filter';
import { action } from '@/lib/web/action/action';
import { showSearch } from '@/lib/web/action/outcome';

const input = z.object({ page: z.coerce.number().int().catch(1) });

/** Searches the person's own submissions. The form is posted, because a name may be typed into it. */
export const search = action(
  { role: 'user', input, limit: 'write' },
  async ({ actor, input: { page }, values }) =>
    showSearch(await transactionsPage(actor, { ...listFilter(values), page })),
);
