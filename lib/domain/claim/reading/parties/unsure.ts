import { awaitsName } from '@/lib/domain/claim/reading/parties/capacity';
import { hasLegalEnding, isOrganisation, isSuffix } from '@/lib/domain/claim/reading/parties/organisation';
import { isTitled, personName } from '@/lib/domain/claim/reading/parties/person';

/** A person rarely has more names than this. */
const mostNames = 5;

/**
 * Whether a name is such as is seldom right: cut or joined with another one, or of a kind that its words do not tell. What
 * is right may be odd, too.
 */
export function isOdd(name: string, isPerson: boolean): boolean {
  if (isUnbalanced(name) || awaitsName(name) || /^[\p{Ll}.,;:)\]]/u.test(name)) return true;
  return isPerson ? isOddPerson(name) : isOddOrganisation(name);
}

const isUnbalanced = (name: string) =>
  count(name, /\(/g) !== count(name, /\)/g) || count(name, /["“”]/g) % 2 === 1;
const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0;

function isOddPerson(name: string): boolean {
  const { firstName, middleName, lastName } = personName(name);
  const names = `${firstName} ${middleName} ${lastName}`.split(/\s+/).filter(Boolean);
  const isAlone = names.length < 2 && !isTitled(name) && !/^(?:\p{L}\.){2,}$/u.test(name);
  return isAlone || names.length > mostNames || /[\d/@]/.test(name) || /\s(?:and|et)\s/i.test(name);
}

/** One word may be a person's or a firm's; an ending within a name may be that of another one. */
function isOddOrganisation(name: string): boolean {
  if (!/\s/.test(name)) return !isOrganisation(name);
  const words = name.split(/\s+/);
  return words.some((word, i) => {
    const after = words.slice(i + 1);
    return (
      i > 0 &&
      /^(?:inc|ltd|corp|llp|ltée|limited)\b[.,]*$/i.test(word) &&
      after.length > 1 &&
      !isTail(after.join(' '))
    );
  });
}

/** What may follow an ending within one name: "LTD. (CANADA)", "INC. AS RECEIVER", "LTD. AND SONS LLP". */
const isTail = (text: string) =>
  isSuffix(text) ||
  /^[([&/]|^(?:in|of|for|as|partnership|liability)\b/i.test(text) ||
  hasLegalEnding(text.split(' ')[0] ?? '');
