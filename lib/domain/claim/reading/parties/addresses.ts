import type { TextLine } from '@/lib/domain/claim/reading/line';
import type { ReadAddress, ReadParty } from '@/lib/domain/claim/reading/reading';
import { cut, letters, plain } from '@/lib/domain/claim/reading/text';
import { provincesOf } from '@/lib/domain/contact/places';
import { mendPostalCode } from '@/lib/domain/contact/postal-address';

const to = /^(?:and )?to\b\s*:?\s*|^(?:et )?(?:a|au|aux|a l'attention de)\s?:\s*/;
const postal = /\b([A-Z]\d[A-Z])[\s-]?(\d[A-Z]\d)\b/i;
const provinces: [string, RegExp][] = [
  ['ON', /\b(?:on|ont|ontario)\b/],
  ['QC', /\b(?:qc|quebec|pq)\b/],
  ['AB', /\b(?:ab|alberta)\b/],
  ['BC', /\b(?:bc|british columbia|colombie-britannique)\b/],
  ['MB', /\b(?:mb|manitoba)\b/],
  ['SK', /\b(?:sk|saskatchewan)\b/],
  ['NS', /\b(?:ns|nova scotia|nouvelle-ecosse)\b/],
  ['NB', /\b(?:nb|new brunswick|nouveau-brunswick)\b/],
  ['NL', /\b(?:nl|newfoundland(?: and labrador)?|terre-neuve)\b/],
  ['PE', /\b(?:pe|pei|prince edward island)\b/],
];

const longest = 200;
const mostLines = 7;

/** The parties with the addresses at which the document is addressed to them. */
export function withAddresses(parties: ReadParty[], lines: readonly TextLine[]): ReadParty[] {
  const blocks = blocksOf(lines);
  return parties.map((party) => {
    const block = party.role === 'defendant' ? blocks.find((given) => isFor(given, party)) : undefined;
    const address = block && addressOf(block.slice(1));
    return address ? { ...party, address } : party;
  });
}

/** The texts after each TO, the name first. */
function blocksOf(lines: readonly TextLine[]): string[][] {
  const blocks: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const label = to.exec(plain(line.text))?.[0];
    if (label === undefined || /^to (?:the|be)\b/.test(plain(line.text))) continue;
    const rest = line.text.slice(label.length).trim();
    const after: string[] = [];
    for (const next of lines.slice(index + 1, index + 1 + mostLines)) {
      if (next.page !== line.page || next.y - line.y > 130 || to.test(plain(next.text))) break;
      after.push(next.text);
      if (postal.test(next.text)) break;
    }
    blocks.push(rest ? [rest, ...after] : after);
  }
  return blocks;
}

const isFor = ([name = '']: string[], party: ReadParty) => {
  const [given, wanted] = [letters(name), letters(party.name)];
  return wanted.length > 4 && (given === wanted || given.startsWith(wanted));
};

/** An address in Canada whose parts are sure; undefined else. */
function addressOf(lines: string[]): ReadAddress | undefined {
  const end = lines.findIndex((line) => postal.test(line));
  const code = postal.exec(lines[end] ?? '');
  if (!code) return undefined;
  const joined = lines
    .slice(0, end + 1)
    .join(', ')
    .replace(/,\s*,/g, ',');
  const before = joined.slice(0, joined.lastIndexOf(code[0])).replace(/[\s,]+$/, '');
  const province = provinces.find(([, known]) => known.test(plain(before.slice(-30))))?.[0] ?? '';
  const parts = before
    .replace(/[\s,(]+[^\s,(]+\)?$/, province ? '' : '$&')
    .replace(/\s*\(.*$/, '')
    .split(/\s*,\s*/);
  const city = parts.at(-1) ?? '';
  const street = parts.slice(0, -1).join(', ');
  if (
    !province ||
    !provincesOf('CA')?.some((known) => known === province) ||
    !/\d|box|c\.?p\.?|r\.?r\.?/i.test(street) ||
    /\d/.test(city)
  )
    return undefined;
  const postalCode = mendPostalCode(`${code[1]}${code[2]}`, 'CA');
  return { address: cut(street, longest), city: cut(city, 100), province, postalCode, country: 'CA' };
}
