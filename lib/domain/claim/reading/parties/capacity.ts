import { isGivenName } from '@/lib/domain/claim/reading/parties/person';

/** Words that tell in what capacity somebody is a party; they stand behind the name. */

const starts = [
  // Age and disability, r. 7.01(6).
  'an? (?:minor|infant|party|person|child|mentally)\\b',
  'minors?\\b|infants?\\b|under (?:legal )?disability',
  '(?:un |une )?mineure?s?\\b|incapable\\b|(?:une? )?(?:partie|personne) (?:incapable|à charge)',
  '(?:(?:as )?represented |représentée?s? |agissant )?(?:by|through) (?:his|her|their|its|the|an?)\\b',
  "(?:as )?represented (?:herein )?by\\b|owned by\\b|(?:telle? que |aussi )?représentée?s? par|(?:représentée?s? |agissant )?par (?:son|sa|ses|leurs?|le|la|l[’']|un|une)\\b|représentée?s? par",
  // Other names.
  '(?:also|otherwise|formerly|previously|sometimes|better) (?:known|called|carrying|operating)\\b|known as\\b',
  '[afn]\\.?\\s?\\/?k\\.?\\s?\\/?a\\b\\.?',
  'alias\\b|(?:aussi|également|autrefois|anciennement) (?:connue?s?|appelée?s?|désignée?s?)|anciennement\\b|connue?s? sous',
  '(?:who |which )?(?:is |are )?(?:all )?carrying[ -]on (?:business|practice)|(?:doing|conducting) business|operating (?:as|under)|(?:practi[sc]ing|trading|acting) (?:as|under|in)\\b|under the (?:firm |business )?(?:name|style)',
  'c\\.?\\s?o\\.?\\s?b\\b\\.?|o\\s?[\\/.]\\s?a\\b\\.?|d\\s?[\\/.]?\\s?b\\s?[\\/.]?\\s?a\\b\\.?|t\\s?\\/\\s?a\\b',
  '(?:faisant|font|exerçant|exploitant|exploitée?s?)\\b|f\\.?\\s?a\\.?\\s?s\\.?\\s?n?\\b\\.?',
  // Estates, trusts and offices.
  'deceased\\b|décédée?\\b|in trust\\b|en fiducie\\b|in (?:his|her|their|its|the|a|both) (?:personal|own|individual|name|capacit|representative|official|role|or|dual)',
  'personally\\b|individually\\b|personnellement\\b|(?:on|in) (?:his|her|its|their) own|on behalf of\\b|solely\\b|not (?:in|personally)\\b|in (?:his|her|their|its) capacity',
  '(?:both )?as (?:the |an? |an? |sole |joint |co-)?(?:estate|executors?|executrix|trustees?|administrat\\S+|litigation|legal|personal|attorney|agent|next|successor|representative|assignee|guardian|liquidator|receiver|general|director|president|owner|operator)\\b',
  '(?:the )?(?:estate|co-?estate) trustees?\\b|(?:the )?(?:litigation )?(?:executor|executrix|administrat(?:or|rix)|trustee|liquidator|receiver|litigation guardian|attorney) (?:of|for|under|with|in)\\b|(?:executors|administrators|trustees|liquidators|receivers) (?:of|for|under|with|in)\\b',
  "(?:en|ès) (?:sa |ses |leurs? )?(?:double )?qualités?\\b|à titre (?:de|d[’']|personnel)|agissant\\b|tant (?:personnellement|en son)|en son (?:propre )?nom",
  '(?:exécut(?:eur|rice)|fiduciaire|liquidat(?:eur|rice)|administrat(?:eur|rice)|tut(?:eur|rice)) (?:testamentaire|de|du|des|à|aux?)\\b',
  '(?:a pseudonym|badge|matricule|née?)\\b|#\\s?\\d{3,}',
  // What kind of body it is.
  'an? (?:corporation|company|body|partnership|limited partnership|general partnership|firm|sole proprietor|division|not-for|non-|Crown|municipal)',
  '(?:une )?(?:société|corporation|compagnie|personne morale) (?:constituée|incorporée|de personnes)',
  "being\\b|by (?:its|his|her|their) (?:trustee|attorney|estate)|successor (?:to|of|by|in)\\b|by the Children|by the Public Guardian|par l[’']avocat",
];

// A letter with an accent is no letter to \b.
const ends = (pattern: string) => pattern.replaceAll('\\b', '(?![\\p{L}\\p{N}])');
const start = new RegExp(ends(`^[("“\\s]*(?:${starts.join('|')})`), 'iu');
/** What stands in brackets by itself says something of the name before it. */
const isBracketed = (text: string) =>
  text.startsWith('(') && text.indexOf(')') === text.length - 1 && /\p{L}{2}/u.test(text);
/** In the midst of a name only what cannot be a part of it. */
const within = new RegExp(
  ends(
    `(?<!\\s(?:and|et)(?: the)?)(?:[\\s,;]+|\\s?[(])(?=(?:${starts
      .filter((pattern) => !/^being|^minors|^an\? \(\?:corp|^\(\?:une \)\?\(\?:soc/.test(pattern))
      .join(
        '|',
      )}|an? minor\\b|a party under|minors? (?:by|under)|(?:une? )?mineure?s?\\b|mineure?s?,))|,\\s*(?=(?:an? (?:corporation|company|body|partnership|limited|firm|division)|une (?:société|compagnie)|being)(?![\\p{L}\\p{N}]))`,
  ),
  'iu',
);

/** Whether a text begins with a capacity. */
export const isCapacity = (text: string): boolean => start.test(text) || isBracketed(text);

export type Named = { name: string; capacity: string };

/** A name and its capacity, which may be ''. */
export function nameAndCapacity(text: string): Named {
  const found = [within.exec(text), lowered(text)].flatMap((match) => match?.index ?? []);
  const at = Math.min(...found);
  // "The Trustees of the Fund" and "Board of Trustees of the Fund" are names.
  if (found.length === 0 || /(?:^|\s)(?:the|la|le|les|of|des?|du)$|^$/i.test(text.slice(0, at)))
    return { name: bare(text), capacity: '' };
  return { name: bare(text.slice(0, at)), capacity: trimmed(text.slice(at)) };
}

/** What goes on in small letters after a name: "JOHN DOE, the unidentified driver", "Jane Roe (the driver)". */
function lowered(text: string): RegExpExecArray | null {
  const at = /,\s+(?=\p{Ll}{2})|\s\((?=\p{Ll}{2})/u.exec(text);
  return at && (at[0].endsWith('(') || isUpper(text.slice(0, at.index))) ? at : null;
}

const isUpper = (text: string) => !/\p{Ll}/u.test(text);

const trimmed = (text: string) => {
  const inner = text.replace(/^[\s,;–—-]+|[\s,;–—-]+$/g, '');
  return /^\([^()]*\)$/.test(inner) ? inner.slice(1, -1) : inner.replace(/^\((?=[^)]*$)/, '').trim();
};

/** Small words before a name in capitals: "the unidentified driver JOHN DOE". */
const description = /^(?:the|an?)(?: \p{Ll}+)*\s+(?=\p{Lu}{2})/u;

/** A name without the commas, dashes and quotes around it. */
function bare(text: string): string {
  const name = text.replace(description, '').replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '');
  const quotes = name.match(/["“”]/g)?.length ?? 0;
  return quotes === 2 && !/^["“].*["”]$/.test(name) ? name : name.replace(/^["“”\s]+|["“”\s,]+$/g, '');
}

/** Small words that end no name and no capacity: after them something must follow. */
const goesOn =
  /(?:^|\s)(?:(?:his|her|its|their|the|an|of|to|by|as|in|on|under|for|with|through|also|formerly|carrying|doing|known|son|sa|ses|leurs?|le|la|les|une?|du|de|des|aux?|[àa]|par|pour|en|sous|que)|[ld][’'])$/u;
/** "by its general partner": whom the capacity speaks of is yet to be named. */
const unnamed = /\s(?:by|through|par) (?:[\p{Ll}’'-]+ ){1,4}[\p{Ll}’'-]+$/u;

/** "by its Chief", "in the name of its insured": an office alone. */
const office =
  /\s(?:by|through|par|name of|nom de) (?:his|her|its|their|son|sa|ses|leurs?) ([^\s,]+(?: [^\s,]+)?)[\s,]*$/iu;
const isOfficeAlone = (text: string) => {
  const [, words] = office.exec(text) ?? [];
  return words !== undefined && !words.split(' ').some(isGivenName);
};

/** After these words a name must follow. */
export const awaitsName = (text: string): boolean =>
  goesOn.test(text) ||
  isOfficeAlone(text) ||
  (isUpper(text.split(/\s/)[0] ?? '') && unnamed.test(text)) ||
  /(?:guardians?|trustees?|executors?|executrix|administrat(?:or|rix|ors)|attorneys?(?: for (?:personal care|property)(?: and (?:personal care|property))?)?|tut(?:eur|rice)s? [àa] l[’']instance|tut(?:eur|rice)s?|fiduciaires?|liquidat(?:eur|rice)s?|(?:known|business|operating|called|acting|trading|practi[sc]ing|and|capacity|trustee) as|\bas|a\.?k\.?a\.?|c\.?o\.?b\.?(?: as)?|[dot]\s?\/\s?(?:b\s?\/\s?)?a|[fn]\s?\/\s?k\s?\/\s?a|alias|(?:name|style|nom|names|style) (?:of|de)|nom de|sous|\bby|\bpar|\bof|\bde|\bdu|\bfor|\bthe|\band|\bet)[\s,:]*$/iu.test(
    text,
  );

/** After these words several names may follow. */
export const awaitsNames = (text: string): boolean =>
  /\s(?:guardians|trustees|executors|administrators|attorneys|tuteurs [àa] l[’']instance|tutrices [àa] l[’']instance|fiduciaires|liquidateurs|names of|under the names?)[\s,:]+[^,;]*$/iu.test(
    text,
  );

const businessName =
  /(?:known as|business as|operating as|trading as|c\.?o\.?b\.?(?: as)?|o\/a|t\/a|d\/?b\/?a|a\.?k\.?a\.?|(?:name|style|names) of|sous (?:le|les) noms? de|(?:raison|dénomination) sociale (?:de |d[’'])|alias)[\s,:"“]+([^,;]*)$/iu;

/** The last name that a capacity gives, if the text ends with it. */
export const lastOtherName = (text: string): string | undefined => businessName.exec(text)?.[1];
