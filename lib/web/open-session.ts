import { AuthError } from 'next-auth';
import { MustWait } from '@/lib/data/errors';
import { signIn } from '@/lib/web/auth';
import { handOver, type OpenedSession } from '@/lib/web/hand-off';
import { SignInRefused } from '@/lib/web/sign-in-refused';

/**
 * Opens a session and hands its cookie to the browser. Where the account has a second step, the session opens nothing
 * before that is given.
 * @returns false when ONE-key ID and password match no account that may sign in
 * @throws MustWait, Refused 'tooManyFailures' where the password was not looked at
 */
export async function openSession(oneKeyId: string, password: string): Promise<boolean> {
  try {
    // Without a destination next-auth would keep the page's whole address in a cookie.
    await signIn('credentials', { oneKeyId, password, redirect: false, redirectTo: '/' });
    return true;
  } catch (error) {
    if (error instanceof SignInRefused) throw error.refusal;
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return false;
    throw error;
  }
}

/**
 * Opens the first session of an account that was just made.
 * @returns false when its person has to wait for it, and signs in a little later
 */
export function openFirstSession(oneKeyId: string, password: string): Promise<boolean> {
  return openSession(oneKeyId, password).catch((error: unknown) => {
    if (error instanceof MustWait) return false;
    throw error;
  });
}

/** Hands the cookie of a session that was opened or renewed to the browser, in the place of the one it has. */
export async function adoptSession(session: OpenedSession): Promise<void> {
  // Without a destination next-auth would keep the page's whole address in a cookie.
  await handOver(session, () => signIn('opened-session', { redirect: false, redirectTo: '/' }));
}
