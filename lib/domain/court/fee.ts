import type { IsoDate } from '@/lib/domain/court/day';

/**
 * The fee to issue a statement of claim or a notice of action, in Canadian dollars. `indexed`: since `since`
 * the amount is `dollars` raised by the price index, at a rate not known here.
 */
export type IssueFee = { dollars: number; since: IsoDate; indexed: boolean };

// O. Reg. 293/92 (Superior Court of Justice and Court of Appeal - Fees), newest first
const FEES = [
  { since: '2023-01-01', dollars: 243 },
  { since: '2019-04-01', dollars: 229 },
  { since: '2016-11-06', dollars: 220 },
] as const;
const BEFORE = { since: '2005-01-01', dollars: 181 };

// s. 6 of the regulation: on January 1, 2027 and every third January 1 after it
const FIRST_INDEXED = 2027;
const INDEXED_EVERY = 3;

/**
 * The fee in force on a date.
 * @param set a fee that staff set, which was in force by then; it replaces what was before it
 */
export function issueFee(on: IsoDate, set: { since: IsoDate; dollars: number } | null = null): IssueFee {
  const known = FEES.find((fee) => fee.since <= on) ?? BEFORE;
  const { since, dollars } = set && set.since >= known.since ? set : known;
  const year = Number(on.slice(0, 4));
  if (year < FIRST_INDEXED) return { dollars, since, indexed: false };
  const indexedOn = `${year - ((year - FIRST_INDEXED) % INDEXED_EVERY)}-01-01`;
  if (since >= indexedOn) return { dollars, since, indexed: false };
  return { dollars, since: indexedOn, indexed: true };
}
