import { cookies } from 'next/headers';
import { env } from '@/lib/env';

/** The token of the first administrator's link, in a cookie from opening the link to sending the form. */
const secure = env.isHttps;
const name = secure ? '__Host-first-administrator' : 'first-administrator';

export async function keepInvitation(token: string): Promise<void> {
  (await cookies()).set(name, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 60 * 60 });
}

export async function findInvitation(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}

export async function forgetInvitation(): Promise<void> {
  (await cookies()).set(name, '', { path: '/', secure, maxAge: 0 });
}
