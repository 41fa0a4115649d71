/** How anyone can check an issued document: by a code, and by a mark that its sealed revision carries. */

/** 80 bits in the letters of Crockford's base 32, which has no I, L, O or U to confuse. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 10;

/** The code of 16 characters that 10 random bytes stand for. @throws RangeError for another number of bytes */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== codeBytes) throw new RangeError('a verification code has 80 bits');
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
}

/** The code in what a person typed: without regard to case, spaces, dashes and look-alike letters, or undefined. */
export function readVerificationCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined;
}

/** In groups of four, as people read and type it. */
export function spacedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a sealed revision says of itself in plain bytes, also in an encrypted file. */
export type SealMark = { fileNumber: string; code: string };

const markStart = '%CourtSeal-1 ';

/** The mark as a comment line of PDF; ISO 32000-2, 7.2.4. */
export function writeSealMark({ fileNumber, code }: SealMark): string {
  return `${markStart}${fileNumber} ${code}\n`;
}

/** The mark of the newest seal in a file's bytes. It proves nothing: anyone can write it. */
export function readSealMark(bytes: Uint8Array): SealMark | undefined {
  const at = lastIndexOf(bytes, new TextEncoder().encode(markStart));
  if (at === -1) return undefined;
  const line = new TextDecoder('latin1').decode(bytes.subarray(at + markStart.length, at + 80));
  const [, fileNumber, code] = /^([0-9A-Z-]{5,40}) ([0-9A-HJKMNP-TV-Z]{16})\n/.exec(line) ?? [];
  return fileNumber && code ? { fileNumber, code } : undefined;
}

function lastIndexOf(bytes: Uint8Array, sought: Uint8Array): number {
  for (let at = bytes.length - sought.length; at >= 0; at -= 1) {
    at = bytes.lastIndexOf(sought[0] ?? 0, at);
    if (at === -1) return -1;
    // Compared with the second byte first: a file of nothing but the first is read through at once all the same.
    if (bytes[at + 1] === sought[1] && sought.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}
