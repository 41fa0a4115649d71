import { awaitsName, awaitsNames, isCapacity } from '@/lib/domain/claim/reading/capacity';
import type { TextLine } from '@/lib/domain/claim/reading/line';
import {
  hasLegalEnding,
  isOrganisation,
  isRestOfName,
  isSuffix,
} from '@/lib/domain/claim/reading/organisation';
import { isGivenName } from '@/lib/domain/claim/reading/person';
import { plain } from '@/lib/domain/claim/reading/text';

/** What stands between two names. */
const between =
  /\s*[;]\s*(?:and\s+|et\s+|&\s+)?|\s*,\s*(?:and\s+|et\s+|AND\s+|ET\s+)?(?=\S)|\s+(?:-\s*)?(?:and|et)(?:\s*-)?\s+/giu;

type Bit = { text: string; before: string };

/** The parties of a passage, each with its capacity, as printed. */
export function splitParties(passage: string): string[] {
  const bits = bitsOf(passage.trim().replace(/[\s,;]+$/, ''));
  const parties: string[] = [];
  for (const [index, bit] of bits.entries()) {
    const last = parties.at(-1);
    if (last !== undefined && belongs(last, bit, bits[index + 1]))
      parties[parties.length - 1] = last + bit.before + bit.text;
    else parties.push(bit.text);
  }
  return parties.map((party) => party.replace(/^(?:and|et)\s+/i, '').trim()).filter(Boolean);
}

/** With semicolons between the names, commas belong to them. */
function bitsOf(passage: string): Bit[] {
  const bits: Bit[] = [];
  let from = 0;
  let before = '';
  const hasSemicolons = passage.includes(';');
  for (const match of passage.matchAll(between)) {
    if (hasSemicolons && !match[0].includes(';')) continue;
    if (isWithinBrackets(passage, match.index)) continue;
    bits.push({ text: passage.slice(from, match.index).trim(), before });
    before = match[0];
    from = match.index + match[0].length;
  }
  bits.push({ text: passage.slice(from).trim(), before });
  return bits.filter(({ text }) => text);
}

function isWithinBrackets(text: string, at: number): boolean {
  const open = text.lastIndexOf('(', at);
  return open >= 0 && text.indexOf(')', open) > at;
}

/** Whether a bit is a part of the party before it. */
function belongs(party: string, bit: Bit, next: Bit | undefined): boolean {
  if (isCapacity(bit.text) || isSuffix(bit.text) || awaitsName(party)) return true;
  if (/\b(?:and|et)\b/i.test(bit.before)) return belongsAfterAnd(party, bit);
  if (bit.before.includes(';')) return false;
  return (
    isFirm(party, bit, next) || (isOneWord(party) && isRestOfPerson(bit.text) && !bit.before.includes('\n'))
  );
}

function belongsAfterAnd(party: string, { text, before }: Bit): boolean {
  if (/^(?:as|in|style|on behalf|en|[àa] titre|personally|personnellement)\b/i.test(text)) return true;
  if (awaitsNames(party) && !isOrganisation(text)) return true;
  if (hasTwoSurnames(party)) return /^\S+ (?:LLP|L\.L\.P\.|s\.r\.l\.)/i.test(text);
  if (isOneWord(party)) return isOrganisation(text) && !isOrganisation(party);
  if (hasLegalEnding(party) || !isOrganisation(party)) return isOneWord(text) && isOrganisation(party);
  // The rest of "Minister of Health and Long-Term Care", unless it is somebody's name by itself.
  const sameCase = isUpper(before) === isUpper(party);
  return isOneWord(text) || (sameCase && isOpenEnded(party) && !isNameAlone(text));
}

const isOpenEnded = (party: string) =>
  /\b(?:minist|department|board of|college of|society of|association|commission|counties of|council of|institute of|federation of|union of|ministere|conseil des?|ordre des|brotherhood)/.test(
    plain(party),
  );

const isNameAlone = (text: string) =>
  hasLegalEnding(text) ||
  /^(?:the|la|le|les)\b/i.test(text) ||
  (!isOrganisation(text) && isGivenName(text.split(/[\s-]/)[0] ?? ''));

const isOneWord = (text: string) => !/\s/.test(text.trim());
const isUpper = (text: string) => text === text.toUpperCase();
const isRestOfPerson = (text: string) =>
  text.split(/\s+/).length <= 2 && !isOrganisation(text) && !/^the\b/i.test(text);
const hasTwoSurnames = (party: string) =>
  /^[^\s,]+(?:, [^\s,]+)+$/.test(party) && !isSuffix(party.split(', ')[1] ?? '');

/** "ROE, DOE & SMITH LLP": surnames with a firm at the end. */
function isFirm(party: string, bit: Bit, next: Bit | undefined): boolean {
  if (!/^[^\s,]+(?:, [^\s,]+)*$/.test(party)) return false;
  const firm = /^\S+(?: & \S+)? (?:LLP|L\.L\.P\.|s\.r\.l\.|Professional Corporation|& Co)/i;
  return firm.test(bit.text) || (isOneWord(bit.text) && next !== undefined && firm.test(next.text));
}

/** The parties of a side, from its lines. */
export function partiesOfLines(lines: readonly TextLine[], width: number): { text: string; page: number }[] {
  return passagesOf(lines, width).flatMap(({ text, page }) =>
    splitParties(text).map((party) => ({ text: party, page })),
  );
}

type Passage = { text: string; page: number };

const number = /^\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)]\s+(?=\S)/i;

/** Lines that belong together: the lines of one name, or of names in a row. */
export function passagesOf(lines: readonly TextLine[], width: number): Passage[] {
  const isNumbered = number.test(lines[0]?.text ?? '') && !/^[A-Z]\.\s/.test(lines[0]?.text ?? '');
  const hasCommas = lines.slice(0, -1).some(({ text }) => endsOpen(text));
  const usual = usualStep(lines);
  const passages: Passage[] = [];
  for (const [index, line] of lines.entries()) {
    const last = passages.at(-1);
    const before = lines[index - 1];
    const text = isNumbered ? line.text.replace(number, '') : line.text;
    const joins = isNumbered
      ? !number.test(line.text)
      : before !== undefined &&
        continues(before, line, { hasCommas, usual, width, isLast: index === lines.length - 1 });
    if (last && joins) last.text += `${/,$/.test(last.text) ? '\n' : ' '}${text}`;
    else passages.push({ text, page: line.page });
  }
  return isNumbered ? passages.flatMap(numberedWithin) : passages;
}

/** "(1) ALICE WONG (2) BRUCE WONG" in one line. */
function numberedWithin({ text, page }: Passage): Passage[] {
  return text.split(/[\s,;]+(?:and\s+|et\s+)?\(\d{1,2}\)\s+/i).map((part) => ({ text: part, page }));
}

const endsOpen = (text: string) =>
  /[,;]$|\s(?:and|et|&)$/i.test(text) || /^[-–— ]*(?:and|et|&)[-–— ]*$/i.test(text);

function usualStep(lines: readonly TextLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => line.y - (lines[i]?.y ?? 0))
    .filter((step) => step > 0)
    .toSorted((a, b) => a - b);
  return steps[0] ?? 0;
}

type Context = { hasCommas: boolean; usual: number; width: number; isLast: boolean };

/** Whether a line goes on where the one before it ended. */
function continues(before: TextLine, line: TextLine, { hasCommas, usual, width }: Context): boolean {
  const [a, b] = [before.text, line.text];
  if (endsOpen(a) || endsOpen(b.replace(/(?<=^\S+)\s.*/, ' '))) return true;
  if (isCapacity(b) || isRestOfName(b) || awaitsName(a) || /\([^)]*$/.test(a)) return true;
  if (/^\p{Ll}/u.test(b) && !/^(?:d[’']|de|du|van|von)\b/i.test(b)) return true;
  if (before.page === line.page && line.y - before.y > 1.6 * usual) return false;
  if (hasCommas || isFull(before, b, width)) return true;
  return !isWhole(a);
}

/** Whether the next word had no room in a line. */
function isFull(line: TextLine, next: string, width: number): boolean {
  const letter = (line.end - line.x) / Math.max(1, line.text.length);
  const word = next.split(/\s/)[0] ?? '';
  return line.end - line.x + letter * (word.length + 1) > width;
}

/** Whether a line alone is a name: an organisation, or at least two words. */
const isWhole = (text: string) => isOrganisation(text) || !isOneWord(text);
