import {
  awaitsName,
  awaitsNames,
  isCapacity,
  lastOtherName,
  type Named,
  nameAndCapacity,
} from '@/lib/domain/claim/reading/parties/capacity';
import {
  hasLegalEnding,
  isBodyWord,
  isOrganisation,
  isPlace,
  isRestOfBody,
  isSuffix,
} from '@/lib/domain/claim/reading/parties/organisation';
import { isGivenName, isTitled } from '@/lib/domain/claim/reading/parties/person';
import { plain } from '@/lib/domain/claim/reading/text';

/** Of a text that was made to be slow no more is read: bits of a passage, and letters of a name with its capacity. */
const mostBits = 2000;
const longestParty = 1500;

/** What stands between two names. */
const between =
  /\s*[;]\s*(?:and\s+|et\s+|&\s+)?|\s*,\s*(?:and\s+|et\s+|AND\s+|ET\s+)?(?=\S)|\s+(?:-\s*)?(?:and|et)(?:\s*-)?\s+/giu;

type Bit = { text: string; before: string };

/** The parties of a passage, each with its capacity, as printed. */
export function splitParties(passage: string): string[] {
  const bits = bitsOf(passage.trim().replace(/[\s,;]+$/, ''));
  const parties: string[] = [];
  for (const [index, bit] of bits.entries()) {
    const last = parties.at(-1);
    if (last !== undefined && last.length < longestParty && belongs(last, bit, bits[index + 1]))
      parties[parties.length - 1] = last + bit.before + bit.text;
    else parties.push(bit.text);
  }
  return parties.map((party) => party.replace(/^(?:and|et)\s+/i, '').trim()).filter(Boolean);
}

/** With semicolons between the names, commas belong to them. */
function bitsOf(passage: string): Bit[] {
  const bits: Bit[] = [];
  let from = 0;
  let before = '';
  const hasSemicolons = passage.includes(';');
  let count = 0;
  for (const match of passage.matchAll(between)) {
    count += 1;
    if (count > mostBits) break;
    if (hasSemicolons && !match[0].includes(';')) continue;
    if (isWithinBrackets(passage, match.index)) continue;
    bits.push({ text: passage.slice(from, match.index).trim(), before });
    before = match[0];
    from = match.index + match[0].length;
  }
  bits.push({ text: passage.slice(from).trim(), before });
  return bits.filter(({ text }) => text);
}

function isWithinBrackets(text: string, at: number): boolean {
  const open = text.lastIndexOf('(', at);
  return open >= 0 && text.indexOf(')', open) > at;
}

/** Whether a bit is a part of the party before it. */
function belongs(party: string, bit: Bit, next: Bit | undefined): boolean {
  if (isSuffix(bit.text) || awaitsName(party)) return true;
  if (isCapacity(bit.text)) return !/^the \w+s of\b/i.test(bit.text) || !/\b(?:and|et)\b/i.test(bit.before);
  if (/\b(?:and|et)\b/i.test(bit.before)) return belongsAfterAnd(party, bit);
  if (bit.before.includes(';')) return false;
  if (isBody(party) && isPlace(bit.text)) return true;
  if (isOrganisation(party) && /^(?:in|of|for|au|du|de) /i.test(bit.text)) return true;
  if (isUpper(party) && /^\p{Ll}{2}/u.test(bit.text) && !/^(?:de|du|van|von|der|di)\b/.test(bit.text))
    return true;
  return (
    isFirm(party, bit, next) || (isOneWord(party) && isRestOfPerson(bit.text) && !bit.before.includes('\n'))
  );
}

/** In a title in capitals a small word that is no article and no part of a surname begins no name. */
const beginsSmall =
  /^(?!(?:the|an?|le|la|les|de|du|des|della|di|van|von|der|den|el|al|bin|ibn|said|mac|mc|st)\b)\p{Ll}{2,} /u;

/** Whether the first words after "and" can begin no name. */
const beginsNoName = (party: string, text: string) =>
  /^(?:as|in|style|on behalf|en|[àa] titre|personally|personnellement|testament|(?:all )?others (?:interested|having|claiming))\b/i.test(
    text,
  ) ||
  (isUpper(party.split(/\s/)[0] ?? '') && beginsSmall.test(text)) ||
  (isBody(party) && /^(?:d[eu]s? |d[’']|of |for )/i.test(text));

/** An organisation whose name may not be complete. */
const isBody = (party: string) => isOrganisation(party) && !hasLegalEnding(party);

function belongsAfterAnd(party: string, { text, before }: Bit): boolean {
  if (beginsNoName(party, text)) return true;
  if (isTitled(text)) return false;
  if (awaitsNames(party) && !isOrganisation(text)) return true;
  if (isOneWord(lastOtherName(party) ?? 'no alias')) return true;
  if (hasTwoSurnames(party)) return /^\S+ (?:LLP|L\.L\.P\.|s\.r\.l\.)/i.test(text);
  if (isOneWord(party)) return isOrganisation(text) && (!isOrganisation(party) || isBodyWord(party));
  if (isBody(party) && isRestOfBody(text)) return true;
  return isOneWord(text) ? isOpenEnded(party) : isRestOfLongName(nameAndCapacity(party), text, before);
}

/** The rest of "Minister of Health and Long-Term Care", unless it is somebody's name by itself. */
function isRestOfLongName({ name, capacity }: Named, text: string, before: string): boolean {
  const isSameCase = isUpper(before) === isUpper(name);
  if (!isSameCase || before.includes(',') || hasLegalEnding(name)) return false;
  if (isOrganisation(name) || capacity) return isOpenEnded(name + capacity) && !isNameAlone(text);
  return isOrganisation(text) && !hasGivenName(name) && !hasGivenName(text) && !/^[\d"(]/.test(text);
}

const hasGivenName = (text: string) => text.split(/[\s-]+/).some(isGivenName);

const isOpenEnded = (party: string) =>
  /\b(?:minist|department|board of|comtes? d[eu]|comtes unis|count(?:y|ies) of|college of|society of|association|commission|townships? of|municipality of|council of|institute of|federation of|union of|ministere|conseil des?|ordre des|brotherhood)/.test(
    plain(party),
  );

const isNameAlone = (text: string) =>
  hasLegalEnding(text) ||
  /^(?:the|la|le|les)\b/i.test(text) ||
  (!isOrganisation(text) && isGivenName(text.split(/[\s-]/)[0] ?? ''));

const isOneWord = (text: string) => !/\s/.test(text.trim());
const isUpper = (text: string) => text === text.toUpperCase();
const isRestOfPerson = (text: string) =>
  text.split(/\s+/).length <= 2 && !isOrganisation(text) && !/^the\b/i.test(text);
const hasTwoSurnames = (party: string) =>
  /^[^\s,]+(?:, [^\s,]+)+$/.test(party) && !isSuffix(party.split(', ')[1] ?? '');

/** "ROE, DOE & SMITH LLP": surnames with a firm at the end. */
function isFirm(party: string, bit: Bit, next: Bit | undefined): boolean {
  if (!/^[^\s,]+(?:, [^\s,]+)*$/.test(party)) return false;
  const firm = /^\S+(?: & \S+)? (?:LLP|L\.L\.P\.|s\.r\.l\.|Professional Corporation|& Co)/i;
  return firm.test(bit.text) || (isOneWord(bit.text) && next !== undefined && firm.test(next.text));
}
