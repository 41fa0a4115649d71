import type { Contact } from '@/lib/domain/contact';

type Searched = {
  reference: string;
  fileNumber?: string | null;
  contact: Pick<Contact, 'firstName' | 'lastName' | 'firm'>;
  partyNames: readonly string[];
};

/** A text without accents and capitals, its white space made single. */
export function foldSearch(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Everything staff can find a filing by, folded: reference, file number, filer, firm and parties, one a line. */
export function searchText({ reference, fileNumber, contact, partyNames }: Searched): string {
  const { firstName, lastName, firm } = contact;
  const parts = [reference, fileNumber ?? '', `${firstName} ${lastName}`, firm, ...partyNames];
  return parts.map(foldSearch).filter(Boolean).join('\n');
}
