import type { ClaimV1 } from '@/lib/domain/claim/claim-v1';
import { partyName } from '@/lib/domain/claim/party';
import { type Contact, contactName } from '@/lib/domain/contact/contact';
import { FILE_NUMBER } from '@/lib/domain/filing/filing';
import { type FoldedWord, foldWords } from '@/lib/domain/filing/fold';

/**
 * Counts the changes of what is indexed. A row of an earlier version is folded anew after the start
 * (lib/data/search/search-texts.ts).
 */
export const SEARCH_VERSION = 3;

type Searched = {
  reference: string;
  fileNumber?: string | null | undefined;
  ownNumber?: string | undefined;
  contact: Pick<Contact, 'firstName' | 'lastName' | 'firm'>;
  claim: Pick<ClaimV1, 'plaintiffs' | 'defendants'>;
};

/** Particles and initials are as often written together with the next word as apart: Mc Donald, De La Cruz. */
const LONGEST_PARTICLE = 3;

/** Words that some write as one, together: Jean-Pierre, Van der Berg, J.P.; and all signs of a name, as it sounds. */
function joinedOf(words: FoldedWord[]): string[] {
  const joined: string[] = [];
  let run: FoldedWord[] = [];
  const end = () => {
    if (run.length > 1) joined.push(run.map(({ latin }) => latin).join(''));
  };
  for (const word of words) {
    const last = run.at(-1);
    const goesOn = last && (word.isGlued || last.latin.length <= LONGEST_PARTICLE);
    if (!goesOn) end();
    run = goesOn ? [...run, word] : [word];
  }
  end();
  return joined;
}

/** A line of words, with a space before and after each, so that a whole word can be asked for. */
export const line = (words: string[]) => (words.length > 0 ? ` ${words.join(' ')} ` : '');

/** Signs are asked for in a row, so they stand in both orders: the last name may be before or after the first. */
function signLines(words: FoldedWord[]): string[] {
  const groups: string[] = [];
  for (const { signs, isGlued } of words) {
    if (isGlued) groups.push(`${groups.pop() ?? ''} ${signs}`.trim());
    else groups.push(signs);
  }
  const given = groups.filter(Boolean);
  return [line(given), line(given.toReversed())];
}

/** What a name, an ID or a firm is found by, a line each: as written in signs, in Latin letters, and with words joined. */
export function linesOf(name: string): string[] {
  const words = foldWords(name);
  const latin = words.map(({ latin }) => latin).filter(Boolean);
  return [...signLines(words), line(latin), ...joinedOf(words).map((word) => line([word]))];
}

/** The number that a file has in its year, as a line without leading zeros: `CV-26-00000007-0000` has 7. */
export function fileNumberLine(fileNumber: string): string {
  return FILE_NUMBER.test(fileNumber) ? line([String(Number(fileNumber.slice(6, 14)))]) : '';
}

/** A reference as one word, so that no short name is found at the beginning of its groups. */
const referenceLine = (reference: string) =>
  line([
    foldWords(reference)
      .map(({ latin }) => latin)
      .join(''),
  ]);

/**
 * All texts by which staff can find a filing, folded, one a line: reference, number in the year, filer, firm, the
 * filer's own number, and the names of the parties with their other names.
 */
export function searchText({ reference, fileNumber, ownNumber = '', contact, claim }: Searched): string {
  const people = [...claim.plaintiffs, ...claim.defendants].flatMap((party) => [
    partyName(party),
    party.alsoKnownAs,
  ]);
  const names = [contactName(contact), contact.firm, ownNumber, ...people];
  const marks = [fileNumberLine(fileNumber ?? ''), referenceLine(reference)];
  const lines = [...marks, ...names.flatMap(linesOf)];
  return [...new Set(lines.filter(Boolean))].join('\n');
}
