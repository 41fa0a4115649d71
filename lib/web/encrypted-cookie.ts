import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import type { z } from 'zod';
import { env } from '@/lib/env';

/**
 * A cookie of the whole site that only the server can read or write: what is in it stays out of addresses, and nobody
 * can change it. What does not have the shape of `schema`, or is older than `maxAge` (seconds), counts as absent.
 */
export function encryptedCookie<T extends Record<string, unknown>>(
  name: string,
  schema: z.ZodType<T>,
  maxAge: number,
) {
  const secure = env.isHttps;
  const cookieName = secure ? `__Host-${name}` : name;
  const secret = env.AUTH_SECRET;
  return {
    async keep(value: T): Promise<void> {
      const token = await encode({ token: value, secret, salt: cookieName, maxAge });
      (await cookies()).set(cookieName, token, {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure,
        maxAge,
      });
    },

    async kept(): Promise<T | null> {
      const token = (await cookies()).get(cookieName)?.value;
      if (!token) return null;
      const value = await decode({ token, secret, salt: cookieName }).catch(() => null);
      return schema.safeParse(value).data ?? null;
    },

    async forget(): Promise<void> {
      (await cookies()).delete({ name: cookieName, path: '/', secure });
    },
  };
}
