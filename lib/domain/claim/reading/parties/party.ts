import type { PartyRole } from '@/lib/domain/claim/party';
import { awaitsName, nameAndCapacity } from '@/lib/domain/claim/reading/parties/capacity';
import { isOrganisation, organisationKindOf } from '@/lib/domain/claim/reading/parties/organisation';
import { isGivenName, personName } from '@/lib/domain/claim/reading/parties/person';
import { isOdd } from '@/lib/domain/claim/reading/parties/unsure';
import type { ReadParty } from '@/lib/domain/claim/reading/reading';
import { cut, plain } from '@/lib/domain/claim/reading/text';

/** The lengths of the form's own fields. */
const longestName = 500;
const longestAlias = 1000;

/** A party of a passage such as "JANE ROE, a minor by her litigation guardian, JOHN ROE"; undefined if it has no name. */
export function readParty(
  text: string,
  role: PartyRole,
  page: number,
  isUnsure = false,
): ReadParty | undefined {
  const { name, capacity } = nameAndCapacity(text);
  if (!isName(name)) return undefined;
  const isPerson =
    isUnknownPerson(name) ||
    !(
      isOrganisation(name) ||
      isTradeName(name) ||
      /\b(?:by|in|through) its (?!litigation|guardian)/i.test(capacity)
    );
  const person = isPerson ? personName(name) : { lastName: '', firstName: '', middleName: '' };
  return {
    role,
    kind: isPerson ? 'person' : 'organisation',
    name: cut(name, longestName),
    lastName: cut(person.lastName, longestName),
    firstName: cut(person.firstName, longestName),
    middleName: cut(person.middleName, longestName),
    organisationName: isPerson ? '' : cut(name, longestName),
    organisationKind: isPerson ? '' : organisationKindOf(name),
    capacity: cut(capacity, longestAlias),
    alsoKnownAs: cut(otherNames(capacity), longestAlias),
    ...(isPerson ? guardianOf(capacity) : noGuardian),
    page,
    ...((isUnsure || isOdd(name, isPerson) || awaitsName(capacity)) && { isUnsure: true }),
  };
}

/** One word that is nobody's given name and no initials: UNIFOR, WESTJET. */
const isTradeName = (name: string) =>
  /^[\p{L}\d]{3,}$/u.test(name) && !isGivenName(name) && !/^une?telle?$|^untel$/i.test(name);

/** JOHN DOE POLICE OFFICER is a person, as far as anybody knows. */
const isUnknownPerson = (name: string) => /^(?:john|jane) doe\b(?!.*\b(?:inc|ltd|corp))/i.test(name);

/** "The persons listed in Schedule A" are named elsewhere. */
const isList = (name: string) =>
  /\b(?:schedule|appendix|annexe|attached list|liste ci-jointe)\b/.test(plain(name)) &&
  /\b(?:persons?|parties|individuals?|plaintiffs|defendants|those|listed|named|personnes|enumerees?|nommees?|demandeurs|defendeurs)\b/.test(
    plain(name),
  );

/** What stands for a name in a form that nobody filled in is none. */
const isName = (name: string) =>
  name.length <= longestName &&
  /\p{L}.*\p{L}/u.test(name) &&
  !isList(name) &&
  !/^\(?(?:names?|nom|the parties|les parties|address|insert.*|(?:the |all |and )*others?\b.*|autres|(?:et )?al\.?)\)?$/.test(
    plain(name),
  );

const alias =
  /(?:also|otherwise|formerly|previously|sometimes|better) (?:known|called) as|(?<!\w)[afn]\.?\s?\/?k\.?\s?\/?a\.?(?!\w)|carrying[ -]on (?:business|practice)(?: in \S+)? (?:as|under the (?:firm |business )?(?:names?|style)(?: and style)? of)|doing business as|operating (?:as|under the (?:business )?name (?:of)?)|trading as|practi[sc]ing as|c\.?\s?o\.?\s?b\.?(?: as)?(?!\w)|o\s?\/\s?a\.?(?!\w)|(?<!\w)[dt]\s?\/?b?\/\s?a\.?(?!\w)|d\.?b\.?a\.?(?!\w)|alias|(?:aussi|également|autrefois|anciennement) connue?s? sous (?:le|les) noms? de|faisant affaires? sous (?:le|les) (?:noms?|raisons? sociales?)(?: et raison sociale)? d(?:e |[’'])|exerçant (?:ses|son|leurs?) activités? sous (?:le|la) (?:nom|raison sociale|dénomination sociale) d(?:e |[’'])|f\.?a\.?s\.?n?\.?(?!\w)/iu;

function otherNames(capacity: string): string {
  const at = alias.exec(capacity);
  if (!at) return '';
  return capacity.slice(at.index + at[0].length).replace(/^[\s,:"“«]+|[\s,"”».)]+$/g, '');
}

type Guardian = Pick<ReadParty, 'underDisability' | 'guardianKind' | 'guardianName'>;
const noGuardian: Guardian = { underDisability: null, guardianKind: null, guardianName: '' };

const byGuardian =
  /(?:by|through|par) (?:his|her|their|its|the|son|sa|ses|leurs?|le|la)?\s?(?:court[- ]appointed )?(?:litigation guardians?|tut(?:eur|rice)s? [àa] l[’']instance)[\s,:]*(.*)$/iu;
const office: [NonNullable<Guardian['guardianKind']>, RegExp][] = [
  ['childrensLawyer', /children.?s lawyer|avocat(?:e)? des enfants/],
  ['publicGuardian', /public guardian and trustee|tuteur et curateur public/],
];

function guardianOf(capacity: string): Guardian {
  const given = plain(capacity);
  const isMinor = /\b(?:minors?|infants?|mineure?s?)\b/.test(given);
  const named = byGuardian.exec(capacity);
  const kind = office.find(([, known]) => known.test(given) && (named || /^by|par /.test(given)))?.[0];
  const isUnder = isMinor || /under (?:legal )?disability|incapable/.test(given) || named !== null;
  if (!isUnder) return noGuardian;
  const name = kind ? '' : (named?.[1] ?? '').replace(/[\s,;]+$/, '');
  const guardianKind = kind ?? (name ? 'person' : null);
  // A guardian without a word on the reason may act for either.
  const underDisability = isMinor ? 'minor' : /disability|incapable/.test(given) ? 'disability' : null;
  return { underDisability, guardianKind, guardianName: cut(name, longestName) };
}
