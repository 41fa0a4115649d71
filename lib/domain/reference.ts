/** R: a filing that was received; D: a draft. */
export type ReferencePrefix = 'R' | 'D';

// Crockford's base 32: no I, L, O or U, so nothing is misread over the telephone
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const REFERENCE = /^[RD]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;
const BYTES = 5;

/** A reference for humans, such as `R-7K3M-9QX2`, from at least 5 random bytes (40 bits); throws RangeError. */
export function newReference(prefix: ReferencePrefix, random: Uint8Array): string {
  if (random.length < BYTES) throw new RangeError('a reference needs 5 random bytes');
  const bits = Array.from(random.subarray(0, BYTES), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = (bits.match(/.{5}/g) ?? []).map((five) => DIGITS[Number.parseInt(five, 2)]).join('');
  return `${prefix}-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}
