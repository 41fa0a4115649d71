import type { TextLine } from '@/lib/domain/claim/reading/line';
import { tidy } from '@/lib/domain/text';

/** A text for comparison: small letters without accents, straight quotes and hyphens, single spaces. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The letters of a text, with those made equal that a reading machine confuses. */
export function letters(text: string): string {
  return plain(text)
    .replace(/[l1|!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/[^a-z]/g, '');
}

/** Whether a text is a word or phrase, with one letter in twelve misread at most; `phrase` is made by `letters`. */
export function isNearly(text: string, phrase: string): boolean {
  const given = letters(text);
  const most = Math.floor(phrase.length / 12) + (phrase.length > 6 ? 1 : 0);
  return Math.abs(given.length - phrase.length) <= most && distance(given, phrase) <= most;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A text as it was meant: ligatures and spaced letters joined, rules for writing on left out, nothing invisible. */
function cleaned(text: string): string {
  const meant = joinedLetters(text.normalize('NFKC').replace(/\u00AD/g, ''));
  return tidy(meant.replace(/_{2,}|\.{4,}|…{2,}|(?:\. ){4,}/g, ' ').replace(/^[|)\s]+(?=\S)|\s[|)]+$/g, ' '));
}

/** "S U P E R I O R   C O U R T" as words; wide gaps part words where the text has them. */
function joinedLetters(text: string): string {
  const words = text.trim().split(/\s+/);
  const single = words.filter((word) => /^[\p{L}:.]$/u.test(word) || /^\p{L}[:.]$/u.test(word)).length;
  if (words.length < 5 || single < 0.8 * words.length) return text;
  return text
    .trim()
    .split(/\s{2,}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
}

/** Lines as they were meant, without those that say nothing. */
export function cleanedLines(lines: readonly TextLine[]): TextLine[] {
  return lines.map((line) => ({ ...line, text: cleaned(line.text) })).filter(({ text }) => text !== '');
}

/** A text without halves of characters, cut at the length of a field. */
export const cut = (text: string, most: number): string =>
  tidy(Array.from(text).slice(0, most).join('')).slice(0, most);
