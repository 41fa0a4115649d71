import { AuthError } from 'next-auth';
import { MustWait } from '@/lib/data/access/errors';
import { deviceCookie } from '@/lib/web/cookies/cookies';
import { signIn } from '@/lib/web/session/auth';
import { handOverSession, type OpenedSession } from '@/lib/web/session/session-handover';
import { SignInRefused } from '@/lib/web/session/sign-in-refused';

/**
 * Starts a session and gives its cookie to the browser. If the account has a second step, the session opens
 * nothing before that step is given.
 * @returns false if ONE-key ID and password match no account that may sign in
 * @throws MustWait, Refused 'tooManyFailures' without checking the password
 */
export async function openSession(oneKeyId: string, password: string): Promise<boolean> {
  try {
    // Without a destination next-auth would put the page's whole URL into a cookie.
    await signIn('credentials', { oneKeyId, password, redirect: false, redirectTo: '/' });
    return true;
  } catch (error) {
    if (error instanceof SignInRefused) throw error.refusal;
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return false;
    throw error;
  }
}

/**
 * Opens the first session of a new account.
 * @returns false if the person has to wait and must sign in a little later
 */
export function openFirstSession(oneKeyId: string, password: string): Promise<boolean> {
  return openSession(oneKeyId, password).catch((error: unknown) => {
    if (error instanceof MustWait) return false;
    throw error;
  });
}

/** Replaces the browser's cookie by that of a session that was opened or renewed, and remembers a known device. */
export async function adoptSession(session: OpenedSession): Promise<void> {
  if (session.deviceToken) await deviceCookie.set(session.deviceToken);
  // Without a destination next-auth would put the page's whole URL into a cookie.
  await handOverSession(session, () => signIn('opened-session', { redirect: false, redirectTo: '/' }));
}
