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
  'deceased\\b|décédée?\\b|in trust\\b|en fiducie\\b|in (?:his|her|their|its|the|a|both) (?:personal|own|individual|capacit|representative|official|role|or|dual)',
  'personally\\b|individually\\b|personnellement\\b|(?:on|in) (?:his|her|its|their) own|on behalf of\\b|solely as\\b|in (?:his|her|their|its) capacity',
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
export const isCapacity = (text: string): boolean => start.test(text);

export type Named = { name: string; capacity: string };

/** A name and its capacity, which may be ''. */
export function nameAndCapacity(text: string): Named {
  const at = within.exec(text) ?? lowered(text);
  // "The Trustees of the Fund" is a name.
  if (!at || /^(?:the|la|le|les)?$/i.test(text.slice(0, at.index))) return { name: bare(text), capacity: '' };
  return { name: bare(text.slice(0, at.index)), capacity: trimmed(text.slice(at.index)) };
}

/** What goes on in small letters after a name in capitals: "JOHN DOE, the unidentified driver". */
const lowered = (text: string) => /(?<=^[^\p{Ll}]+),\s+(?=\p{Ll}{2})/u.exec(text);

const trimmed = (text: string) => {
  const inner = text.replace(/^[\s,;–—-]+|[\s,;–—-]+$/g, '');
  return /^\([^()]*\)$/.test(inner) ? inner.slice(1, -1) : inner.replace(/^\((?=[^)]*$)/, '').trim();
};

/** Small words before a name in capitals: "the unidentified driver JOHN DOE". */
const description = /^(?:the|an?)(?: \p{Ll}+)+\s+(?=\p{Lu}{2})/u;

/** A name without the commas, dashes and quotes around it. */
const bare = (text: string) =>
  text
    .replace(description, '')
    .replace(/^[\s,;:"“”–—-]+|[\s,;:"“”–—-]+$/g, '')
    .trim();

/** After these words a name must follow. */
export const awaitsName = (text: string): boolean =>
  /(?:guardians?|trustees?|executors?|executrix|administrat(?:or|rix|ors)|attorneys?(?: for (?:personal care|property)(?: and (?:personal care|property))?)?|tut(?:eur|rice)s? [àa] l[’']instance|tut(?:eur|rice)s?|fiduciaires?|liquidat(?:eur|rice)s?|(?:known|business|operating|called|acting|trading|practi[sc]ing|and|capacity|trustee) as|\bas|a\.?k\.?a\.?|c\.?o\.?b\.?(?: as)?|o\/a|alias|(?:name|style|nom|names|style) (?:of|de)|nom de|sous|\bby|\bpar|\bof|\bde|\bdu|\bfor|\bthe|\band|\bet)[\s,:]*$/iu.test(
    text,
  );

/** After these words several names may follow. */
export const awaitsNames = (text: string): boolean =>
  /(?:guardians|trustees|executors|administrators|attorneys|tuteurs [àa] l[’']instance|tutrices [àa] l[’']instance|fiduciaires|liquidateurs|names of|under the names?)[\s,:]+[^,;]*$/iu.test(
    text,
  );

const businessName =
  /(?:known as|business as|operating as|trading as|c\.?o\.?b\.?(?: as)?|o\/a|d\/?b\/?a|a\.?k\.?a\.?|(?:name|style|names) of|sous (?:le|les) noms? de|alias)[\s,:"“]+([^,;]*)$/iu;

/** The last name that a capacity gives, if the text ends with it. */
export const lastOtherName = (text: string): string | undefined => businessName.exec(text)?.[1];
