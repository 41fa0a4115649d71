import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/lib/env';

/**
 * What was typed into a form and could not be saved: the session had ended, or the language was switched.
 * It goes along in an encrypted cookie of that page's own until the page is next sent. Passwords are never among it.
 */
const cookieName = 'kept';
const maxAge = 24 * 60 * 60;
/** Browsers drop a cookie over 4,096 bytes. */
const maxCookie = 3_900;

/** The text fields of a form, without passwords and without the framework's own. */
export function typedValues(formData: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of formData) {
    if (typeof value === 'string' && !/^\$|password/i.test(name)) typed[name] = value;
  }
  return typed;
}

/** The names of text fields with a NUL, which no keyboard types and PostgreSQL keeps neither as text nor as JSON. */
export function unreadableFields(formData: FormData): string[] {
  return [...formData].flatMap(([name, value]) =>
    typeof value === 'string' && value.includes('\0') ? [name] : [],
  );
}

/** Keeps what was typed for the page at `path`, a localized path without query. */
export async function keepValues(path: string, values: Record<string, string>): Promise<void> {
  const token = await encode({ token: { path, values }, secret: env.AUTH_SECRET, salt: cookieName, maxAge });
  if (token.length > maxCookie) return;
  (await cookies()).set(cookieName, token, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: env.isHttps,
    maxAge,
  });
}

/** What was kept for the page at `path`, or nothing. */
export async function keptValues(path: string): Promise<Record<string, string>> {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return {};
  const kept = await decode({ token, secret: env.AUTH_SECRET, salt: cookieName }).catch(() => null);
  return kept?.path === path && typeof kept.values === 'object' ? { ...kept.values } : {};
}

/** Forgets what was kept for the page at `path`: it has been sent. */
export async function forgetKept(path: string): Promise<void> {
  (await cookies()).delete({ name: cookieName, path });
}
