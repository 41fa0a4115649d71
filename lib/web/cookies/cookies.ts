import { z } from 'zod';
import { recoveryMinutes } from '@/lib/data/recovery/recovery';
import { setupMinutes } from '@/lib/data/sign-in/authenticators';
import { knownDeviceDays } from '@/lib/data/sign-in/known-devices';
import { passkeyMinutes } from '@/lib/data/sign-in/passkeys';
import { encryptedCookie, plainCookie } from '@/lib/web/cookies/cookie';

/** The cookies of the service, in addition to those of the session (lib/web/session/auth.ts). */

/**
 * A random token by which the service recognises a browser in which somebody signed in before. It opens
 * nothing.
 */
export const deviceCookie = plainCookie('device', knownDeviceDays * 24 * 60 * 60);

/** The token of the first administrator's link, from opening the link to sending the form. */
export const invitationCookie = plainCookie('first-administrator', 60 * 60);

/** The token of the link that confirms an e-mail address, from opening the link to pressing the button. */
export const emailProofCookie = encryptedCookie('confirm-email', z.object({ token: z.string() }), 60 * 60);

/** The token of the link that takes back a changed e-mail address, until the button is pressed. */
export const emailUndoCookie = encryptedCookie('undo-email', z.object({ token: z.string() }), 60 * 60);

/** The one-time token that the next step of a password's recovery needs. The last step clears it. */
export const recoveryCookie = encryptedCookie(
  'recovery',
  z.object({
    token: z.string(),
    /** The ID that the person gave; '' after a link from an e-mail. */
    oneKeyId: z.string(),
  }),
  recoveryMinutes * 60,
);

/** An authenticator app that is being set up, as lib/data seals it, and the path to go to afterwards. */
export const setupCookie = encryptedCookie(
  'set-up',
  z.object({ setup: z.string(), next: z.string().optional() }),
  setupMinutes * 60,
);

/**
 * New recovery codes on their way to the page that shows them, until their owner has saved them. No other
 * page can show them, because the database holds only hashes.
 */
export const codesCookie = encryptedCookie(
  'recovery-codes',
  z.object({ userId: z.string(), codes: z.array(z.string()), next: z.string().optional() }),
  15 * 60,
);

/** The challenge that this browser's passkey must answer. */
export const passkeyCookie = encryptedCookie(
  'passkey',
  z.object({ challenge: z.string() }),
  passkeyMinutes * 60,
);

/**
 * Takes the challenge out of its cookie, so that it is answered only once. Without one it returns '', which
 * no passkey answers.
 */
export async function takeChallenge(): Promise<string> {
  const saved = await passkeyCookie.get();
  await passkeyCookie.clear();
  return saved?.challenge ?? '';
}

/**
 * A visitor's latest query to the register, for the page that shows the result. The cookie keeps codes and
 * hashes out of URLs. The page reads the result from the register each time.
 */
export const verificationQueryCookie = encryptedCookie(
  'verification-query',
  z.object({
    sha256: z.string().optional(),
    fileNumber: z.string().optional(),
    code: z.string().optional(),
    /** Distinguishes one query from the next, in milliseconds. */
    at: z.number(),
  }),
  10 * 60,
);

/**
 * The court file number in the seal for which a copy was just refused, for the page of its filing. The cookie keeps the
 * number out of URLs.
 */
export const refusedSealCookie = encryptedCookie(
  'refused-seal',
  z.object({
    /** Of the filing. */
    reference: z.string(),
    number: z.string().nullable(),
  }),
  10 * 60,
);
