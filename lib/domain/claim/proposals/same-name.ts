const words: [RegExp, string][] = [
  [/\bincorporated\b|\bincorporee\b/g, 'inc'],
  [/\blimited\b|\blimitee\b|\bltee\b/g, 'ltd'],
  [/\bcorporation\b/g, 'corp'],
  [/\bcompany\b|\bcompagnie\b|\bcie\b/g, 'co'],
  [/&/g, ' and '],
];

/** A name as it is compared: without case, accents, signs and spaces, and with the short form of what companies are. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return words
    .reduce((text, [long, short]) => text.replace(long, short), plain)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether two names are written for the same: capitals, accents, apostrophes and "Incorporated" for "Inc." do not differ. */
export function sameName(one: string, other: string): boolean {
  return nameKey(one) !== '' && nameKey(one) === nameKey(other);
}
