'use server';

import { z } from 'zod';
import { filingSearchPage } from '@/app/[locale]/(admin)/admin/filings/search-page';
import { FILING_SORTS } from '@/lib/data/filing/administration';
import { searchFilings } from '@/lib/data/search/filing-search';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { sortOf } from '@/lib/domain/sorting';
import { optional } from '@/lib/domain/text';
import { action, showSearch } from '@/lib/web/action/action';

const input = z.object({
  typed: optional(500),
  state: z.enum(FILING_STATES).optional().catch(undefined),
  page: z.coerce.number().int().catch(1),
  sort: z.string().optional(),
});

/** Searches filings and shows the results. The form is posted, because a name may be typed into it. */
export const search = action({ role: 'staff', input, limit: 'write' }, async ({ actor, input: asked }) => {
  const sort = sortOf(FILING_SORTS, asked.sort);
  return showSearch(await filingSearchPage(await searchFilings(actor, { ...asked, sort }), sort));
});
