import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';

/**
 * The key that the SDK and the embedded service share. It is derived from AUTH_SECRET, so there is no other
 * secret to keep.
 */
export function apiKey(): string {
  return `sk_${createHmac('sha256', env.AUTH_SECRET).update('embedded file storage').digest('hex')}`;
}

/** Signs a text as UploadThing does: `hmac-sha256=<hex>`. */
export function sign(text: string): string {
  return `hmac-sha256=${createHmac('sha256', apiKey()).update(text).digest('hex')}`;
}

/** Whether two secrets are the same. The duration does not reveal where they differ. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Whether the SDK signed this address and it has not expired. The signature covers everything before it and
 * must be the last parameter, so nothing can be changed or added.
 */
export function isSigned(address: URL, now: Date): boolean {
  const at = address.href.lastIndexOf('&signature=');
  if (at < 0) return false;
  const expected = new URLSearchParams({ signature: sign(address.href.slice(0, at)) }).toString();
  const expires = Number(address.searchParams.get('expires'));
  return isSame(address.href.slice(at + 1), expected) && expires > now.getTime();
}
