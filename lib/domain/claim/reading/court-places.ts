import { plain } from '@/lib/domain/claim/reading/text';

/** The court offices by id, with what else their place is called and the streets of their addresses. */
const offices: Record<string, { also?: string[]; streets?: string[] }> = {
  barrie: { streets: ['75 mulcaster'] },
  bracebridge: { streets: ['3 dominion'] },
  cobourg: { streets: ['860 william'] },
  lindsay: { streets: ['440 kent'] },
  newmarket: { streets: ['50 eagle'] },
  oshawa: { streets: ['150 bond'] },
  peterborough: { streets: ['470 water', '70 simcoe'] },
  brantford: { streets: ['70 wellington', '44 queen'] },
  cayuga: { streets: ['55 munsee'] },
  hamilton: { streets: ['45 main'] },
  kitchener: { streets: ['85 frederick'] },
  simcoe: { streets: ['50 frederick hobson'] },
  'st-catharines': { also: ['st catherines'], streets: ['59 church'] },
  welland: { streets: ['102 east main', '102 main'] },
  brampton: { streets: ['7755 hurontario'] },
  guelph: { streets: ['74 woolwich'] },
  milton: { streets: ['491 steeles'] },
  orangeville: { streets: ['10 louisa'] },
  'owen-sound': { streets: ['611 9th', '611 ninth'] },
  walkerton: { streets: ['207 cayley'] },
  belleville: { streets: ['15 bridge'] },
  brockville: { streets: ['41 court house'] },
  cornwall: { streets: ['29 second', '29 2nd', '29 2e'] },
  kingston: { streets: ['5 court'] },
  lorignal: { also: ["l'orignal", 'l orignal'], streets: ['59 court'] },
  napanee: { also: ['greater napanee'], streets: ['41 dundas'] },
  ottawa: { streets: ['161 elgin'] },
  pembroke: { streets: ['297 pembroke'] },
  perth: { streets: ['43 drummond'] },
  picton: { streets: ['44 union'] },
  cochrane: { streets: ['149 4th', '149 fourth'] },
  'gore-bay': { streets: ['27 phipps'] },
  haileybury: { also: ['temiskaming shores'], streets: ['393 main'] },
  'north-bay': { streets: ['360 plouffe'] },
  'parry-sound': { streets: ['89 james'] },
  'sault-ste-marie': { streets: ['426 queen'] },
  sudbury: { also: ['greater sudbury', 'grand sudbury'], streets: ['155 elm'] },
  timmins: { streets: ['38 pine'] },
  'fort-frances': { streets: ['333 church'] },
  kenora: { streets: ['216 water'] },
  'thunder-bay': { streets: ['125 brodie'] },
  chatham: { also: ['chatham kent'], streets: ['425 grand'] },
  goderich: { streets: ['1 courthouse', '1 court house'] },
  london: { streets: ['80 dundas'] },
  sarnia: { streets: ['700 n christina', '700 christina', '700 north christina'] },
  'st-thomas': { streets: ['4 wellington'] },
  stratford: { streets: ['1 huron'] },
  windsor: { streets: ['245 windsor'] },
  woodstock: { streets: ['415 hunter'] },
  toronto: { streets: ['393 university', '330 university', '361 university', '439 university'] },
};

/** The ids of the court offices whose names are known. */
export const READ_COURTS: readonly string[] = Object.keys(offices);

/** A place for comparison: "St. Catharines" and "Saint-Catharines" are one. */
function placeOf(text: string): string {
  return plain(text)
    .replace(/[.,]/g, ' ')
    .replace(/-/g, ' ')
    .replace(/\bsainte\b/g, 'ste')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\s+/g, ' ')
    .trim();
}

const names = Object.entries(offices)
  .flatMap(([id, { also = [] }]) => [id.replaceAll('-', ' '), ...also].map((name) => ({ id, name })))
  .toSorted((a, b) => b.name.length - a.name.length);

const streets = Object.entries(offices).flatMap(([id, office]) =>
  (office.streets ?? []).map((street) => ({ id, street })),
);

/** The office whose address a text has. */
export function courtAtStreet(text: string): string | undefined {
  const place = placeOf(text).replace(/\b(?:rue|avenue|av|chemin|boul)\s/g, '');
  return streets.find(({ street }) => new RegExp(`(?:^|\\D)${street}\\b`).test(place))?.id;
}

const road =
  '(?:st|street|rd|road|ave|avenue|blvd|boulevard|dr|drive|cres|lane|line|highway|county|region|square|sq|e|w|n|s) ?\\b';

/**
 * The office in a place that a text names, after words that may say what it is: "the City of Toronto". A street that is
 * called after a town is not the town.
 */
export function courtNamed(text: string): string | undefined {
  const place = placeOf(text);
  const found = names
    .map(({ id, name }) => ({ id, name, at: lastPlace(place, name) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => b.at + b.name.length - (a.at + a.name.length) || b.name.length - a.name.length);
  return found[0]?.id;
}

/** Where a name stands last in a text as the name of a place. */
function lastPlace(text: string, name: string): number {
  const pattern = new RegExp(
    `(?<![\\w'])(?<!county of |comte de |district of |rue |chemin )${name}(?![\\w'])(?! ${road})(?! (?:region|county))`,
    'g',
  );
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
