import { z } from 'zod';
import { passkeyMinutes } from '@/lib/data/passkeys';
import { encryptedCookie } from '@/lib/web/encrypted-cookie';

const { keep, kept, forget } = encryptedCookie(
  'passkey',
  z.object({ challenge: z.string() }),
  passkeyMinutes * 60,
);

/** Keeps a challenge with the browser that is to answer it. */
export async function keepChallenge(challenge: string): Promise<void> {
  await keep({ challenge });
}

/** The challenge that this browser was given, once; '' without one, which nothing answers. */
export async function takeChallenge(): Promise<string> {
  const found = await kept();
  await forget();
  return found?.challenge ?? '';
}
