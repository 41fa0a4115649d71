/** Words of family names that are written small inside a name. */
const particles = new Set(['van', 'der', 'den', 'von', 'de', 'du', 'des', 'la', 'el', 'bin', 'ibn']);

/** Roman numbers after a name, and letters that stand for words. */
const kept = /^(?:I{1,3}|IV|VI{0,3}|(?:\p{Lu}\.)+|Q\.?C\.?|K\.?C\.?)[,.]?$/u;

/**
 * A person's name as it is written in a letter, of a name in capitals as a title of proceeding has it: "Alan van der
 * Berg". A name that is not all in capitals stays as it is. Whether a name has a capital inside (MacDonald) is left
 * to the person who knows it.
 */
export function writtenName(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  const words = name.split(' ');
  return words.map((word, index) => writtenWord(word, index > 0 && index < words.length - 1)).join(' ');
}

function writtenWord(word: string, isInside: boolean): string {
  if (kept.test(word)) return word;
  const small = word.toLowerCase();
  if (isInside && particles.has(small)) return small;
  return small
    .replace(/(^|[-'’.(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(['’])S$/u, '$1s')
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
