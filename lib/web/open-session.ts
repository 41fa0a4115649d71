import { AuthError } from 'next-auth';
import { signIn } from '@/lib/web/auth';
import { SignInRefused } from '@/lib/web/sign-in-refused';

/**
 * Opens a session and hands its cookie to the browser.
 * @returns false when ONE-key ID and password match no account that may sign in
 */
export async function openSession(oneKeyId: string, password: string): Promise<boolean> {
  try {
    await signIn('credentials', { oneKeyId, password, redirect: false });
    return true;
  } catch (error) {
    if (error instanceof SignInRefused) throw error.refusal;
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return false;
    throw error;
  }
}
