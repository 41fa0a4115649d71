import type { ORGANISATION_KINDS } from '@/lib/domain/claim/party';
import { READ_COURTS } from '@/lib/domain/claim/reading/court-places';
import { plain } from '@/lib/domain/claim/reading/text';

type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const corporation =
  /\b(?:inc|incorporated|incorporee|ltd|limited|ltee|limitee|corp|corporation|ulc|uc|llc|plc|gmbh|sarl|nv|co|company|compagnie|n\.?a|s\.?a|a\/s|s\.?p\.?a|oyj?|ag|ab|b\.?v|pty)\b\.?/;
const partnership =
  /\b(?:llp|l\.l\.p|lp|l\.p|partnership|joint venture|coentreprise|s\.?r\.?l|s\.?e\.?n\.?c(?:\.?r\.?l)?|societe en commandite|societe en nom collectif)\b/;
const government =
  /\b(?:majesty|majeste|in right of|du chef d|attorney general|procureure? generale?|solicitor general|minist(?:er|ry|re|ere)|(?:city|town|township|village|county|municipality|region) of|(?:ville|canton|comte|municipalite|region) (?:de|d')|regional municipality|united counties|police services? board|crown in right|children.?s lawyer|public guardian|public trustee|official receiver|government of|gouvernement d)/;
const estate =
  /^(?:the )?estate of|\bestate$|^(?:la )?succession d|^(?:the )?late\b|^(?:les )?heritiers d|^(?:the )?heirs of\b/;

const words =
  /\b(?:bank|banque|trust|trustco|fiducie|insurance|assurances?|assureurs?|indemnity|mutual|mutuelle|holdings?|group|groupe|union|local|syndicat|caisse|credit|society|societe|association|foundation|fondation|universit(?:y|e)|college|school|ecole|board|conseil|hospitals?|hopital|centres?|center|clinic|clinique|ville|municipal(?:ity|ite)?|counties|region|district|commission|agency|agence|authority|office|first nations?|premiere nation|nation|band|bande|church|eglise|diocese|parish|synod|partners|associates|associes|fund|funds|trustees|nations|shops?|mart|market|ranch|estates|authorities|unions|schools|theatre|gallery|museum|library|legion|lodge|resort|golf|marina|dental|medical|optical|veterinary|animal|fonds|club|services?|solutions|systems|enterprises?|entreprises?|construction|contracting|motors|restaurants?|pharmacy|police|tribunal|cooperative|co-operative|coop|condominium|strata|condominiale|industries|international|properties|investments?|investissements|developments?|realty|immobilier|logistics|transport|transportation|technologies|technology|management|gestion|consulting|capital|ventures|bros|brothers|freres|fils|sons|department|council|committee|league|federation|alliance|institute|ministries|temple|mosque|synagogue|congregation|barristers|avocats|notaires|laboratories|airlines|railway|rail|canada|ontario|quebec|toronto|hotel|inn|homes|builders|renovations|roofing|plumbing|electric|hydro|energy|media|foods|farms?|auto|rentals|leasing|financial|finance|securities|mortgage|lending|bakery|cafe|grill|pizza|salon|spa|studio|studios|fitness|academy|daycare|garage|toitures|underwriters|souscripteurs|owners|locataires|equipment|supply|supplies|products|design|designs|landscaping|paving|security|health|sante|care|network|reseau|media|company|magasins|boutique|stores?|superstore|supermarket|residences|appliances?|repairs?|sales|rental|storage|towing|masonry|excavati(?:on|ng)|heating|cooling|mechanical|flooring|kitchens|cabinets|windows|pools|spas|piscines|tires?|collision|trucking|movers|moving|courier|cleaning|janitorial|travel|tours|brewery|brewing|catering|publishing|publications|printing|radio|television|broadcasting|telecom|communications?|wireless|software|labs|pharma|pharmaceuticals|retirement|childcare|montessori|cemetery|funeral|metals|mining|minerals|petroleum|lumber|plastics|furniture|stucco|drywall|concrete|demolition|environmental|engineering|engineers|architects|realtors|brokers?|platforms|garderie|excavation|musee)\b/;

/** Signs of an organisation rather than a person in a name as printed. */
export function isOrganisation(name: string): boolean {
  const given = plain(name);
  return (
    /^[\d#]|\d{4,}|&|\+/.test(given) ||
    [corporation, partnership, government, estate].some((known) => known.test(given)) ||
    ((words.test(given) || /\S (?:of|for|at|aux|pour|sur) \S/.test(given)) &&
      !/^(?:dr|mr|mrs|ms|m|mme)\b/.test(given))
  );
}

/** Whether the name says by its last words that it is complete, such as INC. */
export const hasLegalEnding = (name: string): boolean =>
  /\b(?:inc|incorporated|incorporee|ltd|limited|ltee|limitee|corp|corporation|ulc|uc|llc|plc|llp|l\.l\.p|lp|l\.p|co|company|s\.?r\.?l|s\.?e\.?n\.?c\.?(?:r\.?l)?|s\.?a|n\.?a|gmbh|a\/s|s\.?p\.?a|oyj?|b\.?v)\.?\)?$|\bno\.? ?\d+$/.test(
    plain(name),
  );

/** Whether a name ends as a whole one: with INC., with a number, with the place of a "City of". */
export const hasOrganisationEnd = (name: string): boolean =>
  hasLegalEnding(name) ||
  isSuffix(/, ([^,]*)$/.exec(name)?.[1] ?? '') ||
  /\d$|\b(?:city|town|township|village|county|municipality|ville|municipalite|university|universite|hopital) (?:of |de |d')[^ ]+$|\S (?:board|commission|authority|university|college|foundation|association|society)$/.test(
    plain(name),
  );

/** HOLDINGS INC.: the first word is one that in English follows a name. */
export const beginsWithBody = (name: string): boolean =>
  /^(?:holdings?|group|company|corporation|limited|management|boards?|trust|insurance|developments?|properties|investments?|enterprises|solutions|systems|industries|partners|associates|financial|ventures|homes|foods|farms)\b(?! of\b)/.test(
    plain(name),
  );

/** Whether a word alone is one that many bodies have in their names, and no name by itself. */
export function isBodyWord(word: string): boolean {
  const given = plain(word);
  return words.exec(given)?.[0] === given;
}

/** Whether a name is of such a word and of an ending: DISTRICT INC. */
export function isRestOfBody(name: string): boolean {
  const [word = '', ending, ...more] = plain(name).split(' ');
  return more.length === 0 && ending !== undefined && hasLegalEnding(ending) && isBodyWord(word);
}

const places =
  /^(?:canada|ontario|quebec|(?:british columbia|colombie-britannique)|alberta|manitoba|saskatchewan|new brunswick|nova scotia|u\.?s\.?a?\.?|(?:united states|etats-unis)(?: of america| d'amerique)?|england|united kingdom|france)\.?$/;

/** A place that a comma parts from the name of a body: "LLOYD’S, LONDON". */
export const isPlace = (text: string): boolean =>
  places.test(plain(text)) || READ_COURTS.includes(plain(text).replaceAll(' ', '-'));

/** The kind of an organisation where its name tells it; else ''. */
export function organisationKindOf(name: string): OrganisationKind | '' {
  const given = plain(name);
  if (estate.test(given)) return 'estate';
  if (government.test(given)) return 'government';
  if (partnership.test(given)) return 'partnership';
  if (corporation.test(given)) return 'corporation';
  return /\btrust$|\bunion\b|\blocal \d|\bfirst nations?\b|\bassociation\b/.test(given) ? 'other' : '';
}

/** What may follow a comma within a name: ACME HOLDINGS, INC. */
export const isSuffix = (text: string): boolean =>
  /^(?:inc|incorporated|ltd|limited|ltee|limitee|corp|corporation|llp|l\.l\.p|llc|l\.l\.c|lp|l\.p|ulc|n\.?a|s\.?a|plc|gmbh|co|company|s\.?r\.?l|s\.?e\.?n\.?c(?:\.?r\.?l)?|jr|sr|ii|iii|iv|q\.?c|k\.?c|c\.?r|m\.?d|ph\.?d|p\.?eng|d\.?d\.?s|esq|c\.?p\.?a|local (?:no\.? ?)?\d+.*|section locale.*|division|branch|succursale|brokerage|(?:maison de )?courtage)\b\.?(?: (?:inc|ltd|company|limited)\.?)?[).]*$/.test(
    plain(text),
  );

/** Words that begin the rest of a long name, never a name. */
export const isRestOfName = (text: string): boolean =>
  isSuffix(text) ||
  /^(?:inc|ltd|limited|ltee|limitee|llp|corp|incorporated|co|company)\b|^(?:corporation|company|association|board|services|insurance|trust|centre|hospital|commission|authority|society)\b(?! (?:of|de|des|du|d')\b)|^(?:of|de|du|des|for|no\.?|number|numero)\b/.test(
    plain(text),
  );
