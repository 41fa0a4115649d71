import type { TextLine } from '@/lib/domain/claim/reading/line';
import type { ReadLawyer } from '@/lib/domain/claim/reading/reading';
import { cut, plain } from '@/lib/domain/claim/reading/text';
import { LONGEST_FIRM } from '@/lib/domain/text';

const lso =
  /(?:l\.?\s?s\.?\s?o\.?|l\.?\s?s\.?\s?u\.?\s?c\.?|law society(?: of (?:ontario|upper canada))?|barreau(?: de l[’']ontario| du haut-canada)?|b\.?h\.?[co]\.?|bar(?:reau)?)\b\.?[^\d\n]{0,25}?\b(p?\d{5,6}\s?-?\s?[a-z]|p\d{5})(?![a-z\d])|\(#?\s?(\d{5,6}\s?-?[a-z])\)|#\s?(\d{5,6}[a-z])(?![a-z\d])/i;
const phone = /(?:\+?1[-. ])?\(?\d{3}\)?[-. ]{0,2}\d{3}[-. ]\d{4}(?: ?(?:ext|x|poste)\.? ?\d{1,6})?/i;
const email = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/iu;
const postal = /\b[a-z]\d[a-z]\s?\d[a-z]\d\b/i;
const street =
  /^\d+[\p{L}]?[,\s-]+\p{L}|^(?:suite|unit|bureau|p\.?o\.? box|c\.?p\.?|\d+(?:st|nd|rd|th) floor)\b/iu;
const firmWord =
  /\b(?:llp|l\.l\.p|professional corporation|law (?:office|firm|group)|lawyers$|barristers|solicitors|s\.?r\.?l|avocats$|avocates$|cabinet|p\.c\.|legal|associates|& co|law$)\b/i;
const acting = /(?:lawyers?|solicitors?|counsel|avocate?s?|procureurs?|agents?) (?:for|of|de|du|des|pour)\b/;

const mostLawyers = 20;
const longest = 200;

/** The lawyers whose Law Society numbers a document has, each once, with what stands around the number. */
export function lawyersOf(lines: readonly TextLine[]): ReadLawyer[] {
  const found = new Map<string, ReadLawyer>();
  for (const [index, line] of lines.entries()) {
    const number = numberIn(line.text);
    if (!number || found.size > mostLawyers) continue;
    const lawyer = lawyerAt(lines, index, number);
    const known = found.get(number);
    found.set(number, known ? merged(known, lawyer) : lawyer);
  }
  return found.size > 0 ? [...found.values()].slice(0, mostLawyers) : withoutNumber(lines);
}

/** The lawyer whose block says for whom they act but has no number. */
function withoutNumber(lines: readonly TextLine[]): ReadLawyer[] {
  for (const [index, line] of lines.entries()) {
    if (!acting.test(plain(line.text)) || line.text.length > 60) continue;
    const block = blockAround(lines, index);
    const at = block.findIndex(({ text }) => isPersonLike(text));
    if (at < 0 || !block.some(({ text }) => phone.test(text) || email.test(text))) continue;
    return [detailsIn(block, at, '')];
  }
  return [];
}

function numberIn(text: string): string | undefined {
  const match = lso.exec(text);
  const digits = match?.[1] ?? match?.[2] ?? match?.[3];
  return digits?.toUpperCase().replace(/[\s-]/g, '');
}

const merged = (one: ReadLawyer, other: ReadLawyer): ReadLawyer => ({
  ...one,
  name: one.name || other.name,
  firm: one.firm || other.firm,
  address: one.address || other.address,
  phone: one.phone || other.phone,
  email: one.email || other.email,
  forRole: one.forRole ?? other.forRole,
});

function lawyerAt(lines: readonly TextLine[], index: number, lsoNumber: string): ReadLawyer {
  const block = blockAround(lines, index);
  return detailsIn(block, block.indexOf(lines[index] as TextLine), lsoNumber);
}

/** The details of the lawyer at a line of a block: those behind it that come before the next lawyer, else the firm's. */
function detailsIn(block: readonly TextLine[], at: number, lsoNumber: string): ReadLawyer {
  const own = block
    .slice(at)
    .filter((_, i) => !block.slice(at + 1, at + i + 1).some(({ text }) => numberIn(text)));
  const first = (pattern: RegExp) =>
    [...own, ...block].map(({ text }) => pattern.exec(text)?.[0]).find(Boolean) ?? '';
  return {
    name: cut(lsoNumber ? nameAt(block, at) : (block[at]?.text ?? ''), longest),
    lsoNumber,
    firm: cut(firmIn(block.slice(0, at)), LONGEST_FIRM),
    address: cut(addressIn(block), longest),
    phone: cut(first(phone), 40),
    email: cut(first(email), longest),
    page: block[at]?.page ?? 1,
    forRole: roleIn(block),
  };
}

/** What a firm calls its work, below its name. */
const callings =
  /^(?:barristers?|solicitors?|lawyers?|avocate?s?|notaires?|.{0,40}\b(?:lawyers|barristers|solicitors|avocats))\b[^,]*$/i;

/** The line that has a firm's word, else the line above what the firm calls its work. */
function firmIn(above: readonly TextLine[]): string {
  const texts = above.map(({ text }) => text);
  const named = texts.find((text) => firmWord.test(text) && !email.test(text) && !callings.test(text));
  const below = texts.findIndex((text) => callings.test(text));
  return named ?? texts[below - 1] ?? '';
}

/** The lines of the same column without a wide gap between them. */
function blockAround(lines: readonly TextLine[], index: number): TextLine[] {
  const line = lines[index] as TextLine;
  const column = lines.filter(
    (other) =>
      other.page === line.page &&
      other.x < line.end + 40 &&
      other.end > line.x - 40 &&
      Math.abs(other.x - line.x) < 130,
  );
  const at = column.indexOf(line);
  let [from, to] = [at, at];
  while (from > 0 && at - from < 10 && near(column[from - 1], column[from]) && !isEdge(column[from - 1]))
    from -= 1;
  while (to < column.length - 1 && to - at < 12 && near(column[to], column[to + 1])) to += 1;
  return column.slice(from, to + 1);
}

const near = (above: TextLine | undefined, below: TextLine | undefined) =>
  above !== undefined && below !== undefined && below.y - above.y < 3.6 * Math.max(above.size, 8);

const isEdge = (line: TextLine | undefined) =>
  /statement of claim|notice of action|^declaration|avis d'action|commenced at|introduite a|^date\b|^(?:dated|fait)\b/.test(
    plain(line?.text ?? ''),
  );

/** The name stands before the number, or on the line above it. */
function nameAt(block: readonly TextLine[], at: number): string {
  const text = block[at]?.text ?? '';
  const before = text
    .slice(0, lso.exec(text)?.index ?? 0)
    .replace(/(?:\bno|\bn[o°]|#|\bnuméro)?[.\s]*(?:du|de|d[’'])?[\s(:,–—|#-]*$/iu, '');
  const above = block[at - 1]?.text ?? '';
  return [before, above].map((given) => given.replace(/[\s(,:;–—|-]+$/, '')).find(isPersonLike) ?? '';
}

const isPersonLike = (text: string) =>
  /^[\p{L}.’' -]{4,60}$/u.test(text) &&
  /\s/.test(text) &&
  !firmWord.test(text) &&
  !acting.test(plain(text)) &&
  !/\b(?:street|avenue|road|rue|tel|fax|law society|barreau)\b/i.test(text);

function addressIn(block: readonly TextLine[]): string {
  const end = block.findIndex(({ text }) => postal.test(text));
  const from = block.findIndex(({ text }, i) => i <= end && street.test(text));
  return end >= 0 && from >= 0 && end - from < 5
    ? block
        .slice(from, end + 1)
        .map(({ text }) => text.replace(/,$/, ''))
        .join(', ')
    : '';
}

function roleIn(block: readonly TextLine[]): ReadLawyer['forRole'] {
  const text = block.map((line) => plain(line.text)).find((given) => acting.test(given));
  if (!text) return null;
  if (/plaintiff|demande/.test(text)) return 'plaintiff';
  return /defend/.test(text) ? 'defendant' : null;
}
