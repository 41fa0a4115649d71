import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * Passwords that a guesser tries first. The list is that of zxcvbn-ts (49,233 entries); it stays on the server. Since
 * nearly all of its entries are shorter than a password may be here, the obvious ways to stretch one count as well.
 */

/** What repeats after so few characters is no longer than they are to a guesser: less than half of a password. */
const SHORT_RUN = 7;
/** A password whose keys lie beside each other for so long at a time is a walk over the keyboard. */
const LONG_WALK = 5;

/** Made when the first password is chosen: most processes never need it. */
let listed: Set<string> | undefined;

function isListed(word: string): boolean {
  listed ??= new Set(dictionary['passwords-common'].map((entry) => entry.toLowerCase()));
  return listed.has(word);
}

/** What digits and signs may have been added to, shortest first; a number is not a word with digits after it. */
function wordsBeforeTail(text: string): string[] {
  const word = text.replace(/[^\p{L}]+$/u, '');
  if (word === '') return [text];
  const tail = text.slice(word.length);
  return Array.from({ length: tail.length + 1 }, (_, kept) => word + tail.slice(0, kept));
}

/** `text` is one listed word, or one short run, again and again; the last time may break off. */
function isRepetition(text: string): boolean {
  for (let period = 1; period < text.length; period += 1) {
    const repeats = text.slice(period) === text.slice(0, -period);
    const unit = text.slice(0, period);
    if (repeats && (period <= SHORT_RUN || wordsBeforeTail(unit).some(isListed))) return true;
  }
  return false;
}

/** Whether a hand goes from one character to the other without a thought: the next key, letter or digit. */
function isStep(from: string, to: string): boolean {
  const keys = [adjacencyGraphs.qwerty, adjacencyGraphs.azerty] as Record<string, (string | null)[]>[];
  const isNextKey = keys.some((graph) => graph[from]?.some((key) => key?.includes(to)));
  const apart = Math.abs((from.codePointAt(0) ?? 0) - (to.codePointAt(0) ?? 0));
  return isNextKey || apart <= 1 || `${from}${to}` === '90' || `${from}${to}` === '09';
}

/** `text` is made of few walks over the keyboard, the alphabet or the digits. */
function isWalk(text: string): boolean {
  const characters = Array.from(text);
  const breaks = characters.filter((to, at) => at > 0 && !isStep(characters[at - 1] ?? '', to)).length;
  return characters.length / (breaks + 1) >= LONG_WALK;
}

/**
 * Whether a password is on the list, or is a listed word with digits and signs after it, a listed word or a short run
 * repeated, or a walk over the keyboard. Case makes no difference.
 */
export function isCommonPassword(password: string): boolean {
  const whole = password.normalize('NFKC').toLowerCase();
  return wordsBeforeTail(whole).some((word) => isListed(word) || isRepetition(word)) || isWalk(whole);
}
