import { transliterate } from 'transliteration';

/**
 * The one form in which names are indexed and asked for. It consists of a-z and digits, so that every database
 * treats it the same whatever its locale. Signs of scripts that write no spaces between words, and letters that
 * nobody transliterates, are words of their own: four capital letters, which no folded Latin word contains.
 */

/** Signs that belong to a word: O'Brien, d’Arcy, ʻOkina. */
const apostrophes = /['`´ʹʻʼʽˈ‘’‛′＇ʾʿ״׳]/gu;
const isWordless =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}/u;
/** What the transliteration gets wrong for names. */
const replace: [string, string][] = [
  ['ə', 'e'],
  ['ου', 'ou'],
  ['ού', 'ou'],
];

/** Latin letters and digits for the letters of a word; '' for letters that have none. */
function toLatin(letters: string): string {
  return transliterate(letters.toLowerCase(), { replace })
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A sign as four capital letters, which also hold the last code point. */
function signCode(sign: string): string {
  let rest = sign.codePointAt(0) ?? 0;
  let code = '';
  for (let place = 0; place < 4; place += 1) {
    code = String.fromCharCode(65 + (rest % 26)) + code;
    rest = Math.floor(rest / 26);
  }
  return code;
}

/** A word between two separators. `isGlued`: no white space stands before it, as in the second part of Anne-Marie. */
export type FoldedWord = { latin: string; signs: string; isGlued: boolean };

/** Letters of one kind: a run that transliterates together, or one sign that is a word by itself. */
function unitsOf(word: string): string[] {
  const units: string[] = [];
  let run = '';
  for (const letter of word) {
    if (!isWordless.test(letter)) {
      run += letter;
      continue;
    }
    units.push(...(run ? [run] : []), letter);
    run = '';
  }
  return run ? [...units, run] : units;
}

function foldUnit(unit: string, isGlued: boolean): FoldedWord {
  const latin = toLatin(unit);
  const isSign = isWordless.test(unit) || latin === '';
  const signs = isSign ? Array.from(unit.replace(/\p{M}/gu, ''), signCode).join(' ') : '';
  return { latin, signs, isGlued };
}

/**
 * The words of a text. Case, accents, apostrophes and look make no difference; every other sign separates.
 * A letter that does not decompose becomes what stands for it in Latin letters (Ł, ø, đ, ß, ı).
 */
export function foldWords(text: string): FoldedWord[] {
  const plain = text
    .normalize('NFKC')
    .replace(apostrophes, '')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');
  const words: FoldedWord[] = [];
  for (const spaced of plain.split(/[\s,;]+/u)) {
    let isGlued = false;
    for (const word of spaced.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)) {
      for (const unit of unitsOf(word)) {
        const folded = foldUnit(unit, isGlued);
        if (folded.latin || folded.signs) words.push(folded);
        isGlued = true;
      }
    }
  }
  return words;
}
