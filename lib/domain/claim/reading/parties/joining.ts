import type { TextLine } from '@/lib/domain/claim/reading/line';
import {
  awaitsName,
  isCapacity,
  lastOtherName,
  nameAndCapacity,
} from '@/lib/domain/claim/reading/parties/capacity';
import {
  beginsWithBody,
  hasLegalEnding,
  hasOrganisationEnd,
  isOrganisation,
  isRestOfName,
  isSuffix,
} from '@/lib/domain/claim/reading/parties/organisation';
import { isGivenName, isTitled } from '@/lib/domain/claim/reading/parties/person';
import { splitParties } from '@/lib/domain/claim/reading/parties/split';

/** Whether a line of a title goes on where the one before it ended, and how sure that is. */

/** How wide a line of the document and a line of the title can be. */
export type Widths = { page: number; title: number };
/** How the names of a side are set: with commas at the ends of lines, in a row, with which distance of lines. */
export type Style = { hasCommas: boolean; runsOn: boolean; step: number; widths: Widths };

export const endsOpen = (text: string) => /[,;]$|\s(?:and|et|&)$/i.test(text) || isAndAlone(text);
export const isAndAlone = (text: string) => /^[-–— ]*(?:and|et|&)[-–— ]*$/i.test(text);

/** "Trustees of THE DHALIWAL": of what begins so, one word alone is not the whole name. */
const articleEnd = /\s(?:of|de|du) (?:the|la|le|les) \p{Lu}[^\s,]*$/iu;

/** Whether a line goes on where the one before it ended. */
export function continues(before: TextLine, line: TextLine, style: Style): boolean {
  if (mustGoOn(before.text, line.text)) return true;
  if (hasStep(before, line, style.step)) return false;
  return style.hasCommas || goesOn(before, line.text, style);
}

const hasStep = (before: TextLine, line: TextLine, step: number) =>
  before.page === line.page && line.y - before.y > 1.6 * step;

/** Whether a line that was parted from the one before it may belong to it: that had no room for its first word. */
export function mayGoOn(before: TextLine, line: TextLine, { step, widths: { page, title } }: Style): boolean {
  if (hasStep(before, line, step)) return false;
  if (hasKnownEnd(before.text) && beginsName(line.text)) return false;
  return isFull(before, line.text, Math.max(0.7 * title, 0.3 * page));
}

/** Whether a line that was joined to the one before it may begin another name. */
export function mayPart(before: TextLine, line: TextLine, style: Style): boolean {
  if (mustGoOn(before.text, line.text) || hasStep(before, line, style.step)) return false;
  return (hasKnownEnd(before.text) && beginsName(line.text)) || mayGoOn(before, line, style);
}

/** Whether a line ends with a name that is known to be whole: of a body with its ending, or with somebody's given name. */
function hasKnownEnd(text: string): boolean {
  if (!hasWholeEnd(text)) return false;
  const { name } = nameAndCapacity(splitParties(text).at(-1) ?? '');
  return (
    isSuffix(text) || hasOrganisationEnd(name) || isTitled(name) || name.split(/[\s-]/).some(isGivenName)
  );
}

/** Whether the end of a line or the beginning of the next is no end or beginning of a name. */
const mustGoOn = (a: string, b: string) =>
  endsOpen(a) ||
  isAndAlone(b) ||
  /^(?:and|et|&)\s/i.test(b) ||
  isCapacity(b) ||
  isRestOfName(b) ||
  awaitsName(a) ||
  a.lastIndexOf('(') > a.lastIndexOf(')') ||
  (articleEnd.test(a) && !isGivenName(b.split(/[\s,]/)[0] ?? '')) ||
  /[\p{L}\d]-$/u.test(a) ||
  (/^\p{Ll}/u.test(b) && !/^(?:d[’']|de|du|van|von)\b/i.test(b));

/** Whether a name was broken for want of room, or goes on by its words. */
function goesOn(before: TextLine, b: string, { runsOn, widths }: Style): boolean {
  const a = before.text;
  if (oneInCapitals.test(a) && !isTitled(b)) return true;
  if (isTitled(b)) return false;
  // Within names in a row a line that ends without a comma ends within a name.
  const isRow = [a, b].some((text) => splitParties(text).length > 1);
  if (!isRow && hasWholeEnd(a) && beginsName(b)) return false;
  if (isFull(before, b, widths.page) || !isWhole(a)) return true;
  // A lone word below an organisation, which is nobody's given name, ends its name.
  if (isOneWord(b) && isOrganisation(a) && !hasLegalEnding(a) && !isGivenName(b)) return true;
  return runsOn && (isTorn(a, b) || isFull(before, b, Math.max(widths.title, 0.45 * widths.page)));
}

/** Whether the next word had no room in a line. */
function isFull(line: TextLine, next: string, width: number): boolean {
  const letter = (line.end - line.x) / Math.max(1, line.text.length);
  const word = next.split(/\s/)[0] ?? '';
  return line.end - line.x + letter * (word.length + 1) > width;
}

/** Whether a line ends with a whole name, which may be one that a capacity gives. */
function hasWholeEnd(text: string): boolean {
  if (isSuffix(text)) return true;
  const other = lastOtherName(text);
  return other ? !isOneWord(other) : isWholeName(splitParties(text).at(-1) ?? '');
}

/** Whether a name may end here: with the ending of a body, or after two words of a person's name. */
function isWholeName(text: string): boolean {
  const { name } = nameAndCapacity(text);
  if (isOrganisation(name)) return hasOrganisationEnd(name);
  return !(isOneWord(name) || /^the\s/i.test(name));
}

/** Whether a line begins with a name that is known from its first words: with a given name, or a body of three words. */
function beginsName(text: string): boolean {
  const { name } = nameAndCapacity(splitParties(text)[0] ?? '');
  if (isOrganisation(name)) return name.split(' ').length > 2 && !beginsWithBody(name);
  const [first = '', ...more] = name.split(' ');
  return more.length > 0 && first.split('-').some(isGivenName);
}

/** Whether a line alone is a name: an organisation, or at least two words. */
const isWhole = (text: string) =>
  isSuffix(text) ||
  (isOrganisation(text) ? !/^the \w+$/i.test(text) : !(isOneWord(text) || /^the\s/i.test(text)));

/** A single word in capitals behind small words: "by its agent FIRST". */
const oneInCapitals = /\p{Ll}[,:]?\s\p{Lu}[\p{Lu}'’-]+$/u;

/** Whether a name is broken: one word alone ends a line of several names, or begins the next one. */
function isTorn(a: string, b: string): boolean {
  const delimiter = /[,;]\s+|\s+(?:and|et)\s+/i;
  const last = lastOtherName(a) ?? a.split(delimiter).at(-1) ?? '';
  const [first = '', ...more] = b.split(delimiter);
  const isLastTorn = last !== a && isOneWord(last) && !hasLegalEnding(last);
  return isLastTorn || (more.length > 0 && isOneWord(first) && !hasLegalEnding(first));
}

const isOneWord = (text: string) => !/\s/.test(text.trim());
