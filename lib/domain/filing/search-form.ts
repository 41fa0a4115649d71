import { z } from 'zod';
import { FILING_STATES } from '@/lib/domain/filing/filing';
import { optional, optionalDay } from '@/lib/domain/text';

/**
 * What staff search filings by. A field that is left out matches everything. Days are Toronto's, the last one
 * included; a filing is issued on the date that it bears.
 */
export const filingTerms = z.object({
  typed: optional(500),
  state: z.enum(FILING_STATES).optional().catch(undefined),
  court: optional(100),
  receivedFrom: optionalDay(),
  receivedUntil: optionalDay(),
  issuedFrom: optionalDay(),
  issuedUntil: optionalDay(),
});
export type FilingTerms = z.output<typeof filingTerms>;

/** The search form as it is sent, with the page and the order of its results. */
export const filingSearchForm = filingTerms.extend({
  page: z.coerce.number().int().catch(1),
  sort: z.string().optional(),
});

/** A search that staff keep under a name. */
export const savedSearchForm = filingTerms.extend({ searchName: optional(60) });
