import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/**
 * Passwords that a guesser tries first. The list is that of zxcvbn-ts (49,233 entries) and stays on the
 * server. Nearly all of its entries are too short for a password here, so obvious ways to stretch an entry
 * are refused as well.
 */

/** The longest run whose repetition counts as common: to a guesser a repeated run is as short as one run. */
const SHORT_RUN = 7;
/** The least average number of neighbouring keys in a row that makes a walk over the keyboard. */
const LONG_WALK = 5;

/** Made when a password is first chosen, because most processes never need it. */
let listed: Set<string> | undefined;

function isListed(word: string): boolean {
  listed ??= new Set(dictionary['passwords-common'].map((entry) => entry.toLowerCase()));
  return listed.has(word);
}

/**
 * The words from which adding digits and signs may have made `text`, shortest first. A number is not such a
 * word.
 */
function wordsBeforeTail(text: string): string[] {
  const word = text.replace(/[^\p{L}]+$/u, '');
  if (word === '') return [text];
  const tail = text.slice(word.length);
  return Array.from({ length: tail.length + 1 }, (_, kept) => word + tail.slice(0, kept));
}

/** Whether `text` repeats one listed word or one short run. The last repetition may be incomplete. */
function isRepetition(text: string): boolean {
  for (let period = 1; period < text.length; period += 1) {
    const repeats = text.slice(period) === text.slice(0, -period);
    const unit = text.slice(0, period);
    if (repeats && (period <= SHORT_RUN || wordsBeforeTail(unit).some(isListed))) return true;
  }
  return false;
}

/** Whether `to` is the next key, letter or digit after `from`. */
function isStep(from: string, to: string): boolean {
  const keys = [adjacencyGraphs.qwerty, adjacencyGraphs.azerty] as Record<string, (string | null)[]>[];
  const isNextKey = keys.some((graph) => graph[from]?.some((key) => key?.includes(to)));
  const apart = Math.abs((from.codePointAt(0) ?? 0) - (to.codePointAt(0) ?? 0));
  return isNextKey || apart <= 1 || `${from}${to}` === '90' || `${from}${to}` === '09';
}

/** Whether `text` consists of a few walks over the keyboard, the alphabet or the digits. */
function isWalk(text: string): boolean {
  const characters = Array.from(text);
  const breaks = characters.filter((to, at) => at > 0 && !isStep(characters[at - 1] ?? '', to)).length;
  return characters.length / (breaks + 1) >= LONG_WALK;
}

/**
 * Whether a password is on the list, or is a listed word followed by digits and signs, a repetition of a
 * listed word or a short run, or a walk over the keyboard. Case makes no difference.
 */
export function isCommonPassword(password: string): boolean {
  const whole = password.normalize('NFKC').toLowerCase();
  return wordsBeforeTail(whole).some((word) => isListed(word) || isRepetition(word)) || isWalk(whole);
}
