import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { peppers } from '@/lib/data/secrets/peppers';

/**
 * Secrets that must be readable again, encrypted by a key outside the database: AES-256-GCM (NIST SP
 * 800-38D), with the key derived from the pepper by HKDF (RFC 5869).
 */
const algorithm = 'aes-256-gcm';
const [ivLength, tagLength] = [12, 16];
const keyOf = (pepper: string) => Buffer.from(hkdfSync('sha256', pepper, '', 'secrets of second steps', 32));
let known: Buffer[] | undefined;
/** The present key first. */
function keys(): Buffer[] {
  known ??= peppers().map(keyOf);
  return known;
}

/**
 * @param about the owner and purpose of the secret: it opens for nothing else, so no row's secret works in
 *   another row
 */
export function seal(text: string, about: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, keys()[0] as Buffer, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/**
 * The text that was sealed with the same `about`, under the present pepper or the former one; null if it was
 * sealed with another, or changed.
 */
export function unseal(sealed: string, about: string): string | null {
  for (const key of keys()) {
    const text = unsealBy(key, sealed, about);
    if (text !== null) return text;
  }
  return null;
}

function unsealBy(key: Buffer, sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag] = [bytes.subarray(0, ivLength), bytes.subarray(ivLength, ivLength + tagLength)];
  if (tag.length < tagLength) return null;
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
  try {
    const body = decipher.update(bytes.subarray(ivLength + tagLength));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
