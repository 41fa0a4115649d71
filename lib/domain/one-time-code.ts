import { Secret, TOTP } from 'otpauth';

/** The codes of an authenticator app (RFC 6238), as every such app makes them. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Steps before and after: a phone's clock may be off, and a code takes its time to type (RFC 6238, 5.2). */
const window = 1;

/** The address that an authenticator app reads from a QR code. @param secret in base 32 */
export function setupAddress(secret: string, issuer: string, account: string): string {
  return new TOTP({ ...kind, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step to which a code belongs, or null where it is none of this secret's around `now`. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...kind, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
