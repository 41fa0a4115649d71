'use server';

import { z } from 'zod';
import { filingSearchPage } from '@/app/[locale]/(admin)/admin/filings/search-page';
import { FILING_SORTS } from '@/lib/data/filing/administration';
import { searchFilings } from '@/lib/data/search/filing-search';
import { deleteSearch, saveSearch } from '@/lib/data/search/saved-searches';
import { filingSearchForm, filingTerms, savedSearchForm } from '@/lib/domain/filing/search-form';
import { sortOf } from '@/lib/domain/sorting';
import { action } from '@/lib/web/action/action';
import { redirectTo, refuse, showSearch } from '@/lib/web/action/outcome';

const input = filingSearchForm.extend({ ...savedSearchForm.shape, save: z.literal('yes').optional() });

/**
 * Searches filings and shows the results, or keeps the search under a name. The form is posted, because a name may be
 * typed into it.
 */
export const search = action({ role: 'staff', input, limit: 'write' }, async ({ actor, input: asked }) => {
  const { page, searchName, save, ...typed } = asked;
  const terms = filingTerms.parse(typed);
  if (save) {
    if (!searchName) return refuse({ searchName: 'enterSearchName' });
    const saved = await saveSearch(actor, searchName, terms);
    return redirectTo({ pathname: '/admin/filings', query: { saved } });
  }
  const sort = sortOf(FILING_SORTS, asked.sort);
  return showSearch(await filingSearchPage(await searchFilings(actor, { ...terms, page, sort }), sort));
});

/** Deletes one of the person's own saved searches. */
export const forget = action(
  { role: 'staff', input: z.object({ saved: z.string() }), limit: 'write' },
  async ({ actor, input: { saved } }) => {
    await deleteSearch(actor, saved);
    return redirectTo('/admin/filings');
  },
);
