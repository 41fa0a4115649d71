/** Crockford's base 32: no I, L, O or U, so that nobody misreads a code or mishears it over the telephone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A regular expression for one letter. */
export const crockfordLetter = '[0-9A-HJKMNP-TV-Z]';

/** Writes five bits of the bytes as one letter. Bits that do not fill a last letter are left out. */
export function toCrockford(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

/** Replaces lower case and look-alike letters by the intended ones. */
export function withoutLookalikes(typed: string): string {
  return typed.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Puts dashes between groups of four, as people read and type a code. */
export function inGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
