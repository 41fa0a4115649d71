import type { PartyRole } from '@/lib/domain/claim/party';
import { isNearly, letters, plain } from '@/lib/domain/claim/reading/text';

/** What stands in a title of proceeding beside the names. `other` is a side that a claim does not have. */
export type Mark = PartyRole | 'other';

const sides: [Mark, string[]][] = [
  ['plaintiff', ['plaintiff', 'plaintiffs', 'demandeur', 'demandeurs', 'demanderesse', 'demanderesses']],
  ['defendant', ['defendant', 'defendants', 'defendeur', 'defendeurs', 'defenderesse', 'defenderesses']],
  ['other', ['applicant', 'applicants', 'respondent', 'respondents', 'appellant', 'appellants', 'claimant']],
  [
    'other',
    ['requerant', 'requerants', 'intimes', 'intervenor', 'third', 'mise', 'mises', 'mis', 'moving', 'debtor'],
  ],
];
const roles = sides.map(([mark, words]) => ({ mark, words: words.map(letters) }));
/** Words that a mark may have besides. */
const besides =
  /^(?:the|le|la|les|l|s|es|se|resse|eresse|esse|sse|rs|and|et|or|ou|by|par|to|of|in|de|du|a|au|main|party|parties|partie|counterclaim|reconventionnelle?s?|demande|responding|cross|claim|en|cause|action|principale)$/;

/** The side that a line names if it names nothing else: "Plaintiffs (Defendants by counterclaim)". */
export function markOf(text: string): Mark | undefined {
  if (text.length > 90) return undefined;
  const words = plain(text)
    .split(/[^a-z01|]+/)
    .filter(Boolean);
  const found = words.map((word) => roles.find((role) => role.words.includes(letters(word)))?.mark);
  const role = found.find((mark) => mark);
  if (role && words.every((word, i) => found[i] || besides.test(word))) return role;
  if (words.length > 2) return undefined;
  return roles.find((side) => side.words.some((phrase) => phrase.length > 7 && isNearly(text, phrase)))?.mark;
}

const trailing =
  /^(.*?\S)[\s,;–—-]+[([]?\s*((?:plaintiffs?|defendants?|demandeurs?|demanderesses?|d[ée]fendeurs?|d[ée]fenderesses?)(?:\s?\(s\))?(?:\s?\/.*)?)\s*[)\]]?[.,]?$/iu;

/** A name with the side behind it in one line: "JANE ROE, Plaintiff". */
export function nameWithMark(text: string): { name: string; mark: Mark } | undefined {
  const [, name, side = ''] = trailing.exec(text) ?? [];
  const mark = markOf(side);
  return name && mark && !/\b(?:the|to|le|la|au|by|par)$/i.test(name) ? { name, mark } : undefined;
}

/** The word between the two sides, or between two names: "- and -". */
export const isAnd = (text: string): boolean =>
  /^[-–—\s.]*(?:and|et|&|v\.?s?\.?|c\.)[-–—\s.:]*(?:\/\s*(?:et|and))?[-–—\s.:]*$/i.test(text);

export const isBetween = (text: string): boolean =>
  /^(?:between|entre|between ?\/ ?entre|entre ?\/ ?between)[\s:;.]*$/.test(plain(text)) ||
  (/^b/i.test(text) && isNearly(text, 'between')) ||
  /^(?:b ?e ?t ?w ?e ?e|e ?n ?t ?r)$/i.test(text);
