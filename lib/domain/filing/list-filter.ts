import { DOCUMENT_TYPES, type DocumentType } from '@/lib/domain/claim/claim';
import type { IsoDate } from '@/lib/domain/court/day';
import { FILING_STATES, type FilingState } from '@/lib/domain/filing/filing';
import { isDay, isOneOf, tidy } from '@/lib/domain/text';

/** The orders of a person's own list; messages `transactions.orders.*`. */
export const LIST_ORDERS = ['newest', 'oldest', 'title', 'number'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** What a person asks of their own list. Days are those of receipt in Toronto, both inclusive. */
export type ListFilter = {
  /** Words of names, a court file number or a reference, or the filer's own number. */
  words: string;
  state?: FilingState;
  court?: string;
  type?: DocumentType;
  from?: IsoDate;
  until?: IsoDate;
  order: ListOrder;
};

/** As many characters of a search are read. */
const LONGEST = 200;

/** The filter that a form asks for; what the form does not offer is left out. */
export function listFilter(form: Record<string, unknown>): ListFilter {
  const text = (name: string) => (typeof form[name] === 'string' ? tidy(form[name].slice(0, LONGEST)) : '');
  const [state, court, type] = [text('state'), text('court'), text('type')];
  const [from, until, order] = [text('from'), text('until'), text('order')];
  return {
    words: text('words'),
    ...(isOneOf(FILING_STATES, state) && { state }),
    ...(/^[a-z-]{1,40}$/.test(court) && { court }),
    ...(isOneOf(DOCUMENT_TYPES, type) && { type }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
    order: isOneOf(LIST_ORDERS, order) ? order : 'newest',
  };
}
