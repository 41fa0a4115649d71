import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as french } from '@zxcvbn-ts/language-fr';
import { plain } from '@/lib/domain/claim/reading/text';

/** The parts of a person's name as printed, without titles. */
export type PersonName = { lastName: string; firstName: string; middleName: string };

let given: Set<string> | undefined;

/** Whether a word is among the usual given names of English and French. */
export function isGivenName(word: string): boolean {
  given ??= new Set([...(english['firstnames-en'] ?? []), ...(french['firstnames-fr'] ?? [])].map(plain));
  return given.has(plain(word));
}

const title =
  /^(?:(?:dr|dre|mr|mrs|ms|miss|prof|hon|rev|sgt|cst|det|mme|mlle|m|me|docteur|doctor|officer|constable|chief|inspector|detective|sergeant|p\.?c|judge|madam)\.?|the honourable|l[’']honorable)\s+(?=\S)/i;
/** Whether a name begins with a title such as Dr. or Rev. */
export const isTitled = (name: string): boolean => title.test(name);
const suffix = /[\s,]+(?:(?:jr|sr|ii|iii|iv)\.?|#?\d{1,3})$/i;
const degrees = /(?:[\s,]+(?:q\.?c|k\.?c|c\.?r|m\.?d|ph\.?d|p\.?eng|esq|d\.?d\.?s|c\.?p\.?a)\.?)+$/i;
/** Words in front of a surname that are a part of it. */
const particles =
  /^(?:de|da|di|do|du|des|del|della|delle|dos|das|la|le|les|van|von|vander|vanden|der|den|ter|ten|zu|zur|el|al|bin|ben|ibn|abu|st\.?|ste\.?|saint|sainte|d[’']|l[’']|y|mac|o[’'])$/i;

/** Splits a name as it is written in English and French: given names first, or the surname and a comma. */
export function personName(name: string): PersonName {
  const untitled = name.replace(title, '').replace(degrees, '').trim();
  const end = suffix.exec(untitled)?.[0] ?? '';
  const words = untitled.slice(0, untitled.length - end.length);
  const [surname = '', ...after] = words.split(/\s*,\s*/);
  if (after.length > 0) return named(after.join(' ').split(/\s+/), surname + end.replace(/^,/, ''));
  const all = words.split(/\s+/);
  const at = surnameAt(all);
  return named(all.slice(0, at), all.slice(at).join(' ') + end.replace(/^,/, ''));
}

/** Where the surname begins: with its first particle, else with the last word. */
function surnameAt(words: string[]): number {
  let at = words.length - 1;
  while (at > 1 && particles.test(words[at - 1] ?? '')) at -= 1;
  return at;
}

const named = ([firstName = '', ...middle]: string[], lastName: string): PersonName => ({
  lastName: lastName.trim(),
  firstName,
  middleName: middle.join(' '),
});
