/** Parts of a name shorter than this stand in too many words to be refused. */
const SHORTEST_PART = 4;

/** Case and accents hide nothing from a guesser. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

function partsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= SHORTEST_PART);
}

/**
 * What anybody who knows the person would try first: a password that holds the ONE-key ID or a part of a name.
 * @param names of the person; where none is known, the part of an e-mail address before its @
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
