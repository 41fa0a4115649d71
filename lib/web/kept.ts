import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';

/**
 * What was typed into a form and could not be saved: the session had ended, or the language was switched.
 * It goes along in an encrypted cookie until its page is next sent; one page's at a time. Passwords and codes are
 * never among it.
 * What was typed in a session comes back to its owner alone: the next person at a shared computer does not see it.
 */
const cookieName = env.isHttps ? '__Host-kept' : 'kept';
/** Of the whole site: when signing in leads back to the page, that page is made in the request of the sign-in page. */
const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: env.isHttps } as const;
const maxAge = 24 * 60 * 60;
/** Browsers drop a cookie over 4,096 bytes. */
const maxCookie = 3_900;

/** What may outlast a session: answers to security questions and one-time codes do not. */
export function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/^(answer\d|code)$/.test(name)));
}

/**
 * Keeps what was typed for the page at `path`, a localized path without query.
 * @param owner the person in whose session it was typed; null for a visitor
 */
export async function keepValues(
  path: string,
  values: Record<string, string>,
  owner: string | null,
): Promise<void> {
  const token = await encode({
    token: { path, values, owner },
    ...{ secret: env.AUTH_SECRET, salt: cookieName, maxAge },
  });
  if (token.length > maxCookie) return;
  (await cookies()).set(cookieName, token, { ...cookie, maxAge });
}

async function readKept() {
  const token = (await cookies()).get(cookieName)?.value;
  return token ? decode({ token, secret: env.AUTH_SECRET, salt: cookieName }).catch(() => null) : null;
}

/** What was kept for the page at `path` and the person who is asking (null for a visitor), or nothing. */
export async function keptValues(path: string, owner: string | null): Promise<Record<string, string>> {
  const kept = await readKept();
  const isTheirs = kept?.path === path && kept.owner === owner;
  return isTheirs && typeof kept.values === 'object' ? { ...kept.values } : {};
}

/** Forgets what was kept for the page at `path`: it has been sent. */
export async function forgetKept(path: string): Promise<void> {
  if ((await readKept())?.path === path) (await cookies()).delete({ name: cookieName, ...cookie });
}
