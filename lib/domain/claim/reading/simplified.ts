import type { TextLine } from '@/lib/domain/claim/reading/line';
import { plain } from '@/lib/domain/claim/reading/text';

const rule = '(?:the |la )?(?:simplified procedure|procedure simplifiee|rule 76\\b|regle 76\\b)';
const statements = [
  `(?:action|claim|proceeding)s? (?:(?:is|was|shall|will|be|being|against you|not) ){0,3}(?:brought|commenced|proceed(?:ing|s)?|governed)[^.]{0,30}(?:under|pursuant to|in accordance with|by) ${rule}`,
  `(?:brings?|commences?) this (?:action|claim|proceeding)[^.]{0,20}(?:under|pursuant to|in accordance with) ${rule}`,
  `(?:intentee|introduite|engagee)[^.]{0,30}(?:selon|en vertu de|conformement a|sous le regime de|dans le cadre de|en application de) ${rule}`,
];
const stated = new RegExp(statements.join('|'));
const heading =
  /^\(?(?:action )?(?:under |- )?(?:the )?(?:simplified procedure|procedure simplifiee)(?:[ (,:-]{1,3}(?:rule|regle) 76)?\)*$|(?:statement of claim|notice of action|declaration|avis d'action) ?[([-] ?(?:simplified procedure|procedure simplifiee)/;

/**
 * Whether a claim says that it is brought under the simplified procedure, as it shall; r. 76.02(2). Another mention of the
 * Rule says nothing. Null where the sentence is that of a form, which asks to add it.
 */
export function isSimplified(lines: readonly TextLine[], text: string): boolean | null {
  const given = plain(text);
  const match = stated.exec(given);
  if (!match) return lines.some((line) => line.page <= 3 && heading.test(plain(line.text)));
  const before = given.slice(Math.max(0, match.index - 140), match.index);
  if (/\b(?:not|no longer)\b|\bpas\b/.test(match[0]) || /\b(?:not|pas)(?: \S+)? $/.test(before)) return false;
  return /\b(?:add|ajouter) ?:|if applicable|le cas echeant/.test(before) ? null : true;
}
