import { AuthError } from 'next-auth';
import { signIn } from '@/lib/web/auth';

/**
 * Opens a session and hands its cookie to the browser.
 * @returns false when ONE-key ID and password match no account that may sign in
 */
export async function openSession(oneKeyId: string, password: string): Promise<boolean> {
  try {
    // Without a destination next-auth would keep the page's whole address in a cookie.
    await signIn('credentials', { oneKeyId, password, redirect: false, redirectTo: '/' });
    return true;
  } catch (error) {
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return false;
    throw error;
  }
}
