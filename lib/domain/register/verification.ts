import { crockfordLetter, toCrockford, withoutLookalikes } from '@/lib/domain/crockford';

/** Two ways for anyone to check an issued document: by a code, and by a mark in its sealed revision. */

/** 80 bits, in 16 letters of Crockford's base 32. */
const codeBytes = 10;
const codePattern = new RegExp(`^${crockfordLetter}{16}$`);

/** The code of 16 characters for 10 random bytes. @throws RangeError for another number of bytes */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== codeBytes) throw new RangeError('a verification code has 80 bits');
  return toCrockford(random);
}

/** The code in a typed text, or undefined. Case, spaces, dashes and look-alike letters make no difference. */
export function readVerificationCode(typed: string): string | undefined {
  const code = withoutLookalikes(typed.replace(/[\s\p{Dash}]/gu, ''));
  return codePattern.test(code) ? code : undefined;
}

/** The statement of a sealed revision about itself in plain bytes, even in an encrypted file. */
export type SealMark = { fileNumber: string; code: string };

/** How the mark begins. */
export const sealMarkStart = '%CourtSeal-1 ';

/** The name of the field that holds the court's signature. */
export const sealFieldName = (fileNumber: string): string => `${sealFieldStart}${fileNumber}`;
export const sealFieldStart = 'CourtSeal ';

/** The mark as a PDF comment line; ISO 32000-2, 7.2.4. */
export function writeSealMark({ fileNumber, code }: SealMark): string {
  return `${sealMarkStart}${fileNumber} ${code}\n`;
}

/** The mark of the newest seal in a file's bytes. It proves nothing: anyone can write it. */
export function readSealMark(bytes: Uint8Array): SealMark | undefined {
  const at = lastIndexOf(bytes, new TextEncoder().encode(sealMarkStart));
  if (at === -1) return undefined;
  const line = new TextDecoder('latin1').decode(bytes.subarray(at + sealMarkStart.length, at + 80));
  const [, fileNumber, code] = /^([0-9A-Z-]{5,40}) ([0-9A-HJKMNP-TV-Z]{16})\n/.exec(line) ?? [];
  return fileNumber && code ? { fileNumber, code } : undefined;
}

function lastIndexOf(bytes: Uint8Array, sought: Uint8Array): number {
  for (let at = bytes.length - sought.length; at >= 0; at -= 1) {
    at = bytes.lastIndexOf(sought[0] ?? 0, at);
    if (at === -1) return -1;
    // Compares the second byte first, so that even a file that repeats the first byte is read through
    // quickly.
    if (bytes[at + 1] === sought[1] && sought.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}
