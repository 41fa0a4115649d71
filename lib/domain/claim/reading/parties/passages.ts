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

type Passage = { text: string; page: number };
/** How wide a line of the document and a line of the title can be. */
export type Widths = { page: number; title: number };

/** The parties of a side, from its lines. */
export function partiesOfLines(lines: readonly TextLine[], widths: Widths): Passage[] {
  return passagesOf(lines, widths).flatMap(({ text, page }) =>
    splitParties(text).map((party) => ({ text: party, page })),
  );
}

const number = /^\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]\s+(?=\S)/i;
const initial = /^[A-Z]\.\s/;

/** Lines that belong together: the lines of one name, or of names in a row. */
function passagesOf(lines: readonly TextLine[], widths: Widths): Passage[] {
  const [first = ''] = lines.map(({ text }) => text);
  if (number.test(first) && !initial.test(first)) return numbered(lines);
  const style = styleOf(lines, widths);
  const passages: Passage[] = [];
  for (const [index, line] of lines.entries()) {
    const last = passages.at(-1);
    const before = lines[index - 1];
    if (last && before && (awaitsName(last.text.slice(-300)) || continues(before, line, style)))
      last.text += glue(last.text) + spoken(line.text);
    else passages.push({ text: line.text, page: line.page });
  }
  return passages;
}

/** A name that is broken at its hyphen has no space there; a comma at the end of a line parts names. */
const glue = (text: string) => (/[\p{L}\d]-$/u.test(text) ? '' : /,$/.test(text) ? '\n' : ' ');

/** A word between names that has a line of its own, without its dashes. */
const spoken = (text: string) => (isAndAlone(text) ? text.replaceAll(/[-–— ]/g, '') : text);

/** A list with numbers, one to a line or several in a row: "(1) ALICE WONG (2) BRUCE WONG". */
function numbered(lines: readonly TextLine[]): Passage[] {
  const passages: Passage[] = [];
  for (const { text, page } of lines) {
    const last = passages.at(-1);
    if (last && !number.test(text)) last.text += ` ${text}`;
    else passages.push({ text: text.replace(number, ''), page });
  }
  return passages.flatMap(({ text, page }) =>
    text.split(/[\s,;]+(?:and\s+|et\s+)?\(\d{1,2}\)\s+/i).map((part) => ({ text: part, page })),
  );
}

type Style = { hasCommas: boolean; runsOn: boolean; step: number; widths: Widths };

/** How the names of a side are set: with commas at the ends of lines, in a row, with which distance of lines. */
function styleOf(lines: readonly TextLine[], widths: Widths): Style {
  const steps = lines
    .slice(1)
    .map((line, i) => line.y - (lines[i]?.y ?? 0))
    .filter((step) => step > 0)
    .toSorted((a, b) => a - b);
  return {
    hasCommas: lines.slice(0, -1).some(({ text }, i) => partsNames(text, lines[i + 1]?.text ?? '')),
    runsOn: lines.some(({ text }) => splitParties(text).length > 1 || nameAndCapacity(text).capacity !== ''),
    step: steps[0] ?? 0,
    widths,
  };
}

/** Whether a line ends with a comma or "and" that stands between two names. */
const partsNames = (text: string, next: string) =>
  endsOpen(text) && !isAndAlone(text) && !awaitsName(text) && !isCapacity(next) && !isRestOfName(next);

const endsOpen = (text: string) => /[,;]$|\s(?:and|et|&)$/i.test(text) || isAndAlone(text);
const isAndAlone = (text: string) => /^[-–— ]*(?:and|et|&)[-–— ]*$/i.test(text);

/** Whether a line goes on where the one before it ended. */
function continues(before: TextLine, line: TextLine, style: Style): boolean {
  if (mustGoOn(before.text, line.text)) return true;
  if (before.page === line.page && line.y - before.y > 1.6 * style.step) return false;
  return style.hasCommas || goesOn(before, line.text, style);
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
