import { z } from 'zod';
import { isReference } from '@/lib/domain/access/reference';
import { storedForms } from '@/lib/domain/contact/email';
import { crockfordLetter, inGroups, withoutLookalikes } from '@/lib/domain/crockford';
import { MAIL_KINDS } from '@/lib/domain/filing/mail-kind';
import { searchQuery } from '@/lib/domain/filing/search-query';
import { optional, optionalDay } from '@/lib/domain/text';

/** How messages stand, as staff choose it; `attention` needs a person. Messages `adminEmails.states.*`. */
export const MAIL_STANDINGS = [
  'attention',
  'unconfirmed',
  'queued',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'uncertain',
  'suppressed',
] as const;
export type MailStanding = (typeof MAIL_STANDINGS)[number];

/** What staff search e-mail by. A field that is left out matches everything. Days are Toronto's, the last one included. */
const mailTerms = z.object({
  typed: optional(300),
  kind: z.enum(MAIL_KINDS).optional().catch(undefined),
  standing: z.enum(MAIL_STANDINGS).optional().catch(undefined),
  writtenFrom: optionalDay(),
  writtenUntil: optionalDay(),
});
export type MailTerms = z.output<typeof mailTerms>;

/** The search form as it is sent, with the page and the order of its results. */
export const mailSearchForm = mailTerms.extend({
  page: z.coerce.number().int().catch(1),
  sort: z.string().optional(),
});

/** `addresses`: in full, in each form in which one may be stored; `begins`: of addresses, in lower case. */
type MailQuery = {
  addresses: string[][];
  begins: string[];
  references: string[];
  number: string | undefined;
};

const groupless = new RegExp(`^R${crockfordLetter}{8}$`);

/** A reference of a filing, with or without its dashes; undefined for anything else. */
function referenceOf(word: string): string | undefined {
  const bare = word.toUpperCase().replace(/[\p{Pd}]/gu, '');
  const letters = `R${withoutLookalikes(bare.slice(1))}`;
  if (!bare.startsWith('R') || !groupless.test(letters)) return undefined;
  const reference = `R-${inGroups(letters.slice(1))}`;
  return isReference(reference) ? reference : undefined;
}

/** A court file number in full, as a pattern for LIKE. */
function numberIn(typed: string): { number: string | undefined; isCut: boolean } {
  const { number } = searchQuery(typed);
  const whole =
    number && (number.exact ?? (/^CV-\d{2}-\d{8}-/.test(number.begins) ? number.begins : undefined));
  return { number: whole, isCut: number !== undefined && whole === undefined };
}

/**
 * Reads what was typed into the search of e-mail: addresses or how they begin, references and a court file number.
 * @returns null for a number that is not whole, which would be that of too many filings
 */
export function mailQuery(typed: string): MailQuery | null {
  const { number, isCut } = numberIn(typed);
  if (isCut) return null;
  const words = (number ? typed.replace(/\bcv[\s-]*[\d\s-]+|\b\d{2}-\d[\d-]*/iu, ' ') : typed)
    .trim()
    .split(/\s+/u);
  const query: MailQuery = { addresses: [], begins: [], references: [], number };
  for (const word of words.filter(Boolean)) {
    const reference = referenceOf(word);
    if (reference) query.references.push(reference);
    else if (/@.+\.[^.@]+$/u.test(word)) query.addresses.push(storedForms(word));
    else query.begins.push(word.toLowerCase());
  }
  return query;
}
