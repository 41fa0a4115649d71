import { cookies } from 'next/headers';
import { isKnownDevice, knownDeviceDays } from '@/lib/data/known-devices';
import { env } from '@/lib/env';

/** By what a browser is known in which somebody signed in before: a random token that opens nothing. */
const name = env.isHttps ? '__Host-device' : 'device';

/** What the browser holds of an earlier sign-in. */
export async function deviceToken(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}

/** What tries for an ID are counted by: the owner's browser apart from all others, so that they cannot make it wait. */
export async function whoseTry(foldedId: string): Promise<string> {
  const token = await deviceToken();
  return token && (await isKnownDevice(foldedId, token)) ? `${foldedId} ${token}` : foldedId;
}

/** Hands the browser its token. Signing out leaves it. */
export async function keepDeviceToken(token: string): Promise<void> {
  const maxAge = knownDeviceDays * 24 * 60 * 60;
  (await cookies()).set(name, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: env.isHttps,
    maxAge,
  });
}
