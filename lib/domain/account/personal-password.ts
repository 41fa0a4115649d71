/** Shorter parts of a name occur in too many words to be refused. */
const SHORTEST_PART = 4;

/** Removes case and accents, which hide nothing from a guesser. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

function partsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= SHORTEST_PART);
}

/**
 * Finds in a password the parts that an acquaintance would try first: the ONE-key ID or a part of a name.
 * @param names the person's. An e-mail address is none: its words are as often those of a trade or a place
 * @returns the key of the error, or undefined
 */
export function personalPassword(
  password: string,
  { oneKeyId, names }: { oneKeyId: string; names: readonly string[] },
): 'passwordHoldsOneKeyId' | 'passwordHoldsName' | undefined {
  const folded = fold(password);
  if (oneKeyId && folded.includes(fold(oneKeyId))) return 'passwordHoldsOneKeyId';
  return names.flatMap(partsOf).some((part) => folded.includes(part)) ? 'passwordHoldsName' : undefined;
}
