import { sealData, unsealData } from 'iron-session';
import { cookies } from 'next/headers';
import type { z } from 'zod';
import { env } from '@/lib/env';

/** Browsers drop a cookie of more than 4,096 bytes, and name and attributes take some of them. */
const longestValue = 3_900;

/**
 * A cookie for the whole site that no script can read.
 * @param maxAge seconds for which the browser keeps it
 */
export function plainCookie(baseName: string, maxAge: number) {
  const secure = env.isHttps;
  const name = secure ? `__Host-${baseName}` : baseName;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    name,

    async get(): Promise<string | undefined> {
      return (await cookies()).get(name)?.value;
    },

    async set(value: string): Promise<void> {
      (await cookies()).set(name, value, { ...attributes, maxAge });
    },

    async clear(): Promise<void> {
      (await cookies()).delete({ name, ...attributes });
    },
  };
}

/**
 * A cookie that only the server can read or write, so that its content stays out of URLs and nobody can
 * change it. A value counts as absent if it was changed, is older than `maxAge` (seconds, plus a minute for
 * clocks), belongs to another cookie or does not fit `schema`. A value that is too long for a browser is not
 * set.
 */
export function encryptedCookie<T extends Record<string, unknown>>(
  baseName: string,
  schema: z.ZodType<T>,
  maxAge: number,
) {
  const { name, get, set, clear } = plainCookie(baseName, maxAge);
  const sealingBy = (secret: string) => ({ password: `${name} ${secret}`, ttl: maxAge });
  const open = async (sealed: string, secret: string): Promise<T | undefined> => {
    const value = await unsealData(sealed, sealingBy(secret)).catch(() => null);
    return schema.safeParse(value).data;
  };
  return {
    async get(): Promise<T | null> {
      const sealed = (await get()) ?? '';
      const { AUTH_SECRET: present, FORMER_AUTH_SECRET: former } = env;
      return (await open(sealed, present)) ?? (former ? await open(sealed, former) : undefined) ?? null;
    },

    async set(value: T): Promise<void> {
      const sealed = await sealData(value, sealingBy(env.AUTH_SECRET));
      if (sealed.length <= longestValue) await set(sealed);
    },

    clear,
  };
}
