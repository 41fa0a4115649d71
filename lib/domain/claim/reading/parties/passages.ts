import type { TextLine } from '@/lib/domain/claim/reading/line';
import { awaitsName, isCapacity, nameAndCapacity } from '@/lib/domain/claim/reading/parties/capacity';
import {
  continues,
  endsOpen,
  isAndAlone,
  mayGoOn,
  mayPart,
  type Style,
  type Widths,
} from '@/lib/domain/claim/reading/parties/joining';
import { isRestOfName } from '@/lib/domain/claim/reading/parties/organisation';
import { splitParties } from '@/lib/domain/claim/reading/parties/split';

/** `breaks`: where, in the text, lines were joined of which it is not sure that they belong together. */
type Passage = { text: string; page: number; breaks: number[]; isCut?: boolean };
/** A party as printed; `isUnsure` where it is not sure that it begins and ends there. */
export type PartyPassage = { text: string; page: number; isUnsure: boolean };

/** The parties of a side, from its lines. */
export function partiesOfLines(lines: readonly TextLine[], widths: Widths): PartyPassage[] {
  const passages = passagesOf(lines, widths);
  return passages.flatMap((passage, i) => partiesOf(passage, passages[i + 1]?.isCut ?? false));
}

/** @param isCutAfter whether it is not sure that the passage ends where it does */
function partiesOf({ text, page, breaks, isCut = false }: Passage, isCutAfter: boolean): PartyPassage[] {
  const parties = splitParties(text);
  let from = 0;
  return parties.map((party, i) => {
    const at = Math.max(from, text.indexOf(party, from));
    from = at + party.length;
    const isJoined = breaks.some((place) => place > at && place < from);
    const isAtCut = (isCut && i === 0) || (isCutAfter && i === parties.length - 1);
    return { text: party, page, isUnsure: isJoined || isAtCut };
  });
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
    if (!last || !before) {
      passages.push({ text: line.text, page: line.page, breaks: [] });
      continue;
    }
    const join = awaitsName(last.text.slice(-300)) || continues(before, line, style);
    const isUnsure = join ? mayPart(before, line, style) : mayGoOn(before, line, style);
    if (join && isUnsure) last.breaks.push(last.text.length);
    if (join) last.text += glue(last.text) + spoken(line.text);
    else passages.push({ text: line.text, page: line.page, breaks: [], isCut: isUnsure });
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
    else passages.push({ text: text.replace(number, ''), page, breaks: [] });
  }
  return passages.flatMap(({ text, page }) =>
    text.split(/[\s,;]+(?:and\s+|et\s+)?\(\d{1,2}\)\s+/i).map((part) => ({ text: part, page, breaks: [] })),
  );
}

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
