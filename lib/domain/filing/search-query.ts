import { storedForms } from '@/lib/domain/contact/email';
import { type FoldedWord, foldWords } from '@/lib/domain/filing/fold';

/** A court file number, or how it begins, as a pattern for LIKE; `exact` if leading zeros may have been left out. */
type AskedNumber = { begins: string; exact?: string };

/** What a search asks for. Each pattern is one for LIKE on the indexed text, and all must be found. */
export type SearchQuery = {
  number?: AskedNumber | undefined;
  /** Each e-mail address, in all forms in lower case in which it may be stored. */
  emails: string[][];
  /** Words as whole words, where parts of words may find too much; undefined if that makes no difference. */
  whole?: string[];
  /** Words as parts of words. */
  parts: string[];
};

/** Fewer letters are looked for at the beginning of words alone: the index knows groups of three. */
const FEWEST = 3;

const extension = '(?:-([0-9a-z]{0,4})|\\s*(\\d[0-9a-z]{3}))?';
/** `CV-26-00000007-0000` and its beginnings, also with spaces or nothing for the hyphens. */
const withCourt = `cv[\\s-]*(\\d{2})(?:[\\s-]*(\\d{1,8})${extension})?[\\s-]*`;
/** `26-7`: without the letters, a hyphen shows that it is a number. */
const withoutCourt = `(\\d{2})-(\\d{1,8})(?:-([0-9a-z]{0,4}))?`;
const numberTyped = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${withCourt}|${withoutCourt})(?![\\p{L}\\p{N}-])`,
  'iu',
);

function askedNumber(found: RegExpExecArray): AskedNumber {
  const year = found[1] ?? found[5];
  const digits = found[2] ?? found[6] ?? '';
  const end = (found[3] ?? found[4] ?? found[7] ?? '').toUpperCase();
  const padded = digits.padStart(8, '0');
  if (digits.length === 8) return { begins: `CV-${year}-${digits}-${end}%` };
  const exact = Number(digits) > 0 ? { exact: `CV-${year}-${padded}-${end}%` } : {};
  return { begins: `CV-${year}-${digits}%`, ...exact };
}

/** The words to look for. Short parts of a compound are joined, as the index has them: O-Brien, J.P., R-7K3M-9QX2. */
function wordsOf(folded: FoldedWord[]): string[] {
  const words: string[] = [];
  let compound: FoldedWord[] = [];
  const end = () => {
    const isJoined = compound.length > 1 && compound.some(({ latin }) => latin.length < FEWEST);
    const latin = compound.map((word) => word.latin);
    words.push(...(isJoined ? [latin.join('')] : latin));
    compound = [];
  };
  for (const [at, word] of folded.entries()) {
    if (!word.isGlued || word.signs) end();
    if (!word.signs) compound.push(word);
    else if (word.isGlued && folded[at - 1]?.signs) words.push(`${words.pop()} ${word.signs}`);
    else words.push(word.signs);
  }
  end();
  return [...new Set(words)].filter(Boolean);
}

const isNumeric = (word: string) => /^\d+$/.test(word);
const isShort = (word: string) => /^[a-z0-9]{1,2}$/.test(word);
const isSigns = (word: string) => /^[A-Z]/.test(word);

/** As a whole word. A number is the same with and without zeros before it. */
function whole(word: string): string {
  const bare = isNumeric(word) ? word.replace(/^0+(?=\d)/, '') : word;
  return isShort(word) || isNumeric(word) || isSigns(word) ? `% ${bare} %` : `%${word}%`;
}

function part(word: string): string {
  if (isSigns(word) || (isShort(word) && isNumeric(word))) return `% ${word} %`;
  return isShort(word) ? `% ${word}%` : `%${word}%`;
}

/** An address in full. A part of one is looked for as words, which find no address. */
const emailTyped = /[^\s,;<>@]+@[^\s,;<>@]+\.[^\s,;<>@]+/gu;

/** The addresses in a text, and the rest of it. */
function emailsIn(typed: string): { emails: string[][]; text: string } {
  const folded = typed.normalize('NFKC');
  const emails = (folded.match(emailTyped) ?? []).map(storedForms);
  return { emails, text: folded.replace(emailTyped, ' ').replace(/[\p{Pd}\u2212]/gu, '-') };
}

/** Reads what was typed into a search of people: as `searchQuery`, and nothing in it is a court file number. */
export function peopleQuery(typed: string): Pick<SearchQuery, 'emails' | 'parts'> {
  const { emails, text } = emailsIn(typed);
  return { emails, parts: wordsOf(foldWords(text)).map(part) };
}

/** Reads what staff typed into the search. Order, commas and case make no difference. */
export function searchQuery(typed: string): SearchQuery {
  const { emails, text } = emailsIn(typed);
  const found = numberTyped.exec(text);
  const words = wordsOf(foldWords(found ? text.replace(found[0], ' ') : text));
  const isWholeOther = words.some((word) => isShort(word) || isNumeric(word));
  return {
    number: found ? askedNumber(found) : undefined,
    emails,
    ...(isWholeOther && { whole: words.map(whole) }),
    parts: words.map(part),
  };
}
