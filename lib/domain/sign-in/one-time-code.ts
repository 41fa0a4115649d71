import { Secret, TOTP } from 'otpauth';

/** The codes of an authenticator app (RFC 6238), with the parameters that all apps use. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/**
 * The steps before and after the current one that also count: a phone's clock may be off, and typing takes
 * time (RFC 6238, 5.2).
 */
const window = 1;

/** The URL that an authenticator app reads from a QR code. @param secret in base 32 */
export function setupUrl(secret: string, issuer: string, account: string): string {
  return new TOTP({ ...kind, issuer, label: account, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step of a code; null if the secret does not give this code around `now`. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...kind, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
