import { crockfordLetter, inGroups, toCrockford } from '@/lib/domain/crockford';

/** R: a filing that was received; D: a draft. */
export type ReferencePrefix = 'R' | 'D';

const REFERENCE = new RegExp(`^[RD]-${crockfordLetter}{4}-${crockfordLetter}{4}$`);
const BYTES = 5;

/** A readable reference, such as `R-7K3M-9QX2`, from at least 5 random bytes (40 bits); throws RangeError. */
export function newReference(prefix: ReferencePrefix, random: Uint8Array): string {
  if (random.length < BYTES) throw new RangeError('a reference needs 5 random bytes');
  return `${prefix}-${inGroups(toCrockford(random.subarray(0, BYTES)))}`;
}

export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}
