import type { TextLine } from '@/lib/domain/claim/reading/line';
import { afterMarkBeside, type Side, withSideByPlace } from '@/lib/domain/claim/reading/parties/by-place';
import { awaitsName } from '@/lib/domain/claim/reading/parties/capacity';
import { isAnd, isBetween, type Mark, markOf, nameWithMark } from '@/lib/domain/claim/reading/parties/marks';
import { letters, plain } from '@/lib/domain/claim/reading/text';

/** A title runs over this many lines at most. */
const mostLines = 260;
/** No page is so wide that an honest line has more letters. */
const longestLine = 400;

const endings =
  /^(?:to the defendants?\b|aux? defend|a legal proceeding has been|une instance a ete|notice to the defend)|class proceedings act|recours collectifs/;

const noise = [
  /^[-–—\s]*(?:page\s*)?\d{1,3}(?:\s*(?:of|de|sur|\/)\s*\d{1,3})?[-–—\s]*$/,
  /^(?:court file|file) (?:no|number)|^(?:n[o°]|numero)[. ]*(?:du|de) (?:dossier|greffe)|^dossier (?:n|du)/,
  /^[([]?(?:court )?seal[)\]]?$|^[([]?court seal|^[([]?sceau\b|^ontario$|^(?:\(|short )title|^electronically (?:issued|filed)/,
  /superior court of justice|cour superieure de justice|^(?:draft|copy|ebauche|copie)$|delivre par voie electronique/,
  /^(?:superior court|cour superieure)|^form(?:ule)? ?\d|^courts of justice act|^loi sur les tribunaux|^rcp-|^[([]?general heading|^[([]titre[)\]]$/,
  /^[([](?:names?|noms?)[)\]]$|^[([]?(?:names? of (?:party|parties|plaintiff|defendant)\S*|insert.*|inserer.*)[)\]]?$/,
  /^(?:betwee|betw|n|en|entr) ?:?$/,
  /^(?:by |par )?(?:way of |the |demande )?(?:counter-?claim|reconventionnelle)s?[)\]]*$/,
  /^proceeding under|^instance (?:introduite|en vertu)|^simplified procedure|^procedure simplifiee|^commercial list/,
];

const isNoise = (text: string) => noise.some((known) => known.test(plain(text))) || !/[\p{L}\d]/u.test(text);

/** BETWEEN in one line with the first name; with spaces between its letters it may be broken in a narrow column. */
const between =
  /^(?:(?:BETWEEN|ENTRE)\s?[:;]|B E T W E E(?: N)?\s?[:;]?|E N T R E?\s?[:;]?)\s*|^(?:E )?N\s?[:;]\s*/;

/** Where the title begins: after BETWEEN, else after the name of the court. */
function startOf(lines: readonly TextLine[]): number {
  const alone = lines.findIndex(({ text, page }) => page <= 3 && isBetween(text));
  if (alone >= 0) return alone + 1;
  const joined = lines.findIndex(({ text, page }) => page <= 3 && between.test(text));
  if (joined >= 0) return joined;
  const court = lines.findIndex(
    ({ text, page }) => page <= 2 && /superiorcourt|coursuperieure/.test(letters(text)),
  );
  return court + 1;
}

type Entry = { line: TextLine; mark?: Mark; isAnd?: boolean };

function entriesOf(lines: readonly TextLine[]): Entry[] {
  return lines.flatMap((line, i): Entry[] => {
    if (isAnd(line.text)) return [{ line, isAnd: true }];
    const mark = markOf(line.text);
    if (mark) return [{ line, mark }];
    if (isNoise(line.text) && !isRestOf(lines[i - 1], line)) return [];
    const both = nameWithMark(line.text);
    return both ? [{ line: { ...line, text: both.name } }, { line, mark: both.mark }] : [{ line }];
  });
}

/** Whether what is usually no name ends the name above: "IN RIGHT OF" and ONTARIO, LOCAL and 353. */
const isRestOf = (above: TextLine | undefined, { text, page, y, size }: TextLine) =>
  above !== undefined &&
  above.page === page &&
  y - above.y < 1.7 * size &&
  (awaitsName(above.text) ||
    (/^\d+\W*$/.test(text) &&
      /\b(?:local|locale|unit|numero|n[o°]|phase|branch)\.?$/.test(plain(above.text))));

/**
 * The names of the title of proceeding by side.
 * @param heading the index of the line that says what the document is, where the title ends
 */
export function sidesOf(lines: readonly TextLine[], heading: number): Side[] {
  const start = startOf(lines);
  const rest = lines.slice(start, start + mostLines).map((line) => ({
    ...line,
    text: line.text.slice(0, longestLine).replace(between, ''),
  }));
  const ending = rest.findIndex(({ text }, i) => start + i === heading || endings.test(plain(text)));
  if (start === 0 || ending === 0) return [];
  return sidesFrom(entriesOf(rejoined(rest.slice(0, ending < 0 ? rest.length : ending))));
}

function sidesFrom(entries: Entry[]): Side[] {
  const marked: Side[] = [];
  const taken = new Set<TextLine>();
  let open: TextLine[] = [];
  let wasBeside = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.mark) {
      const more = namesAfter(entries, index, open);
      for (const line of more) taken.add(line);
      marked.push(...sidesOfMark(entry.mark, [...open, ...more], wasBeside));
      wasBeside = isBeside(entry.line, open.at(-1));
      open = [];
    } else if (!(taken.has(entry.line) || (entry.isAnd && open.length === 0))) open.push(entry.line);
  }
  return withUnmarked(
    entries,
    marked.filter(({ lines }) => lines.length > 0),
    taken,
  );
}

const sidesOfMark = (role: Mark, lines: TextLine[], wasBeside: boolean): Side[] => {
  if (role === 'other') return [];
  return wasBeside ? afterMarkBeside({ role, lines }) : [{ role, lines }];
};

function withUnmarked(entries: Entry[], marked: Side[], taken: ReadonlySet<TextLine>): Side[] {
  if (entries.some(({ mark }) => mark === 'other')) return marked;
  const last = entries.findLastIndex(({ mark }) => mark);
  const rest = entries.slice(last + 1).flatMap(({ line }) => (taken.has(line) ? [] : [line]));
  return withSideByPlace(marked, rest);
}

/** Whether a mark stands in the row of a name, and not below it. */
const isBeside = (mark: TextLine, name: TextLine | undefined): boolean =>
  name !== undefined && mark.x >= name.end && Math.abs(mark.y - name.y) <= 0.9 * name.size;

/** The mark may stand beside the first of several names: what follows without a mark of its own belongs to them. */
function namesAfter(entries: Entry[], index: number, open: TextLine[]): TextLine[] {
  const mark = entries[index]?.line;
  const after = entries.slice(index + 1, endOfSide(entries, index)).map(({ line }) => line);
  const beside = open.at(-1) ?? after[0];
  if (!mark || !isBeside(mark, beside)) return [];
  const isClose = after.every((line, i) => {
    const above = after[i - 1] ?? mark;
    return line.page === mark.page && line.end < mark.x + 5 && line.y - above.y < 2.2 * line.size;
  });
  return isClose ? after : [];
}

/** Where the names of a side end that go on after its mark: at the word between the sides, or at the end. */
function endOfSide(entries: Entry[], index: number): number {
  const next = entries.findIndex((entry, i) => i > index && entry.mark);
  if (next < 0) return entries.length;
  const ands = entries.map((_, i) => i).filter((i) => i > index && i < next && entries[i]?.isAnd);
  const dashed = ands.find((i) => /^[-–—]/.test(entries[i]?.line.text ?? ''));
  return dashed ?? ands.at(-1) ?? index + 1;
}

/** A word or number of a row, such as ONTARIO, is no heading. */
const isOneWord = (text: string) => /^[\p{L}\d]+$/u.test(text) && !/^(?:seal|sceau|draft|copy)$/i.test(text);

/** Justified words of a name may stand far apart: what is in one row and is no mark is one line. */
function rejoined(lines: readonly TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const isSameRow = last && last.page === line.page && Math.abs(last.y - line.y) < 0.2 * line.size;
    if (
      isSameRow &&
      ![last, line].some(({ text }) => (isNoise(text) && !isOneWord(text)) || markOf(text)) &&
      line.x > last.x
    )
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}`, end: line.end };
    else joined.push(line);
  }
  return joined;
}
