/** What is pasted around an ID unseen. */
const around = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+|[\s\p{Cf}\p{Default_Ignorable_Code_Point}]+$/gu;

/** A ONE-key ID as it is stored and shown: compatibility forms are folded, and nothing unseen is around it. */
export function normaliseOneKeyId(typed: string): string {
  return typed.normalize('NFKC').replace(around, '');
}

/**
 * The form in which two ONE-key IDs are compared. Case and appearance of the characters make no difference. A
 * character that a database cannot store as text (NUL, half a character) becomes a space, which no ID has.
 */
export function foldOneKeyId(typed: string): string {
  const folded = normaliseOneKeyId(typed).toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

/**
 * The scripts in everyday use (Unicode Standard Annex 31, table 5), and the syllabics of Inuktut, Cree and Ojibwe. Those
 * that one language writes together count as one (Unicode Technical Standard 39, 5.1).
 */
const scripts = [
  ['Latin'],
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Bopomofo'],
  ['Han', 'Hangul'],
  ['Canadian_Aboriginal'],
  ...['Arabic', 'Armenian', 'Bengali', 'Cyrillic', 'Devanagari', 'Ethiopic', 'Georgian'].map((name) => [
    name,
  ]),
  ...['Greek', 'Gujarati', 'Gurmukhi', 'Hebrew', 'Kannada', 'Khmer', 'Lao', 'Malayalam'].map((name) => [
    name,
  ]),
  ...['Myanmar', 'Oriya', 'Sinhala', 'Tamil', 'Telugu', 'Thaana', 'Thai', 'Tibetan'].map((name) => [name]),
];
const inOneScript = scripts.map((names) => {
  const letters = ['Common', 'Inherited', ...names].map((name) => `\\p{Script_Extensions=${name}}`);
  return new RegExp(`^[${letters.join('')}]+$`, 'u');
});

/** The zero of a decimal digit's row: the digits of a script stand in a row. */
function zeroOf(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return zero;
}

/**
 * Whether an ID consists of what Unicode allows in identifiers, with the signs of a keyboard but none of `*`, `\`, `+`,
 * `"` and spaces. It has at least one letter, and all of them, as all digits, are of one script (UTS 39, 5.1 and 5.3).
 */
export function hasOneKeyIdCharacters(id: string): boolean {
  const digits = new Set((id.match(/\p{Nd}/gu) ?? []).map(zeroOf));
  return (
    /^(?:\p{XID_Continue}|[!#-)\-./:-@[\]^`{|},])+$/u.test(id) &&
    !/\p{Default_Ignorable_Code_Point}/u.test(id) &&
    /\p{L}/u.test(id) &&
    digits.size <= 1 &&
    inOneScript.some((script) => script.test(id))
  );
}
