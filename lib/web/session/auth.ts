import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { cookies } from 'next/headers';
import NextAuth from 'next-auth';
import { decode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { Refused } from '@/lib/data/access/errors';
import { signIn as checkSignIn } from '@/lib/data/account/sign-in';
import { signInForm } from '@/lib/domain/account/account';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { measure } from '@/lib/measure';
import { systemNow } from '@/lib/services/clock';
import { deviceCookie } from '@/lib/web/cookies/cookies';
import { takeHandover } from '@/lib/web/session/session-handover';
import { SignInRefused } from '@/lib/web/session/sign-in-refused';
import { visitor } from '@/lib/web/session/visitor';

declare module 'next-auth' {
  interface User {
    sessionId?: string;
  }
}

const secure = env.isHttps;

/** A `__Host-` cookie: the browser keeps it to this host and, under https, never sends it in the clear. */
const cookie = (name: string) => ({
  name: secure ? `__Host-${name}` : name,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
});

const sessionCookie = cookie('session');

// The first one encrypts; a session that the former one encrypted goes on.
const secrets = [env.AUTH_SECRET, ...(env.FORMER_AUTH_SECRET ? [env.FORMER_AUTH_SECRET] : [])];

/**
 * The cookie carries only the id of a `sessions` row. Each request reads its holder from that row. Our server actions
 * call these functions; next-auth's own endpoints are not served, because they know nothing of our rules.
 */
export const { signIn, signOut } = NextAuth({
  trustHost: true,
  secret: secrets,
  session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
  useSecureCookies: secure,
  cookies: {
    sessionToken: sessionCookie,
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf-token'),
  },
  logger: { error: (error) => log.warn({ type: 'type' in error ? error.type : 'unknown' }, 'sign-in error') },
  providers: [
    Credentials({
      credentials: { oneKeyId: {}, password: {} },
      authorize: async (raw) => {
        const given = signInForm.safeParse(raw);
        if (!given.success) return null;
        const { oneKeyId, password } = given.data;
        const device = await deviceCookie.get();
        const found = await checkSignIn(await visitor(), oneKeyId, password, systemNow(), device).catch(
          (error: unknown) => {
            if (!(error instanceof Refused)) throw error;
            measure('refusedSignIn', 1, { step: 'password', reason: error.key });
            throw new SignInRefused(error);
          },
        );
        if (!found) {
          measure('refusedSignIn', 1, { step: 'password', reason: 'wrong' });
          return null;
        }
        if (found.deviceToken) await deviceCookie.set(found.deviceToken);
        return { id: found.userId, sessionId: found.sessionId };
      },
    }),
    Credentials({
      id: 'opened-session',
      credentials: {},
      authorize: () => {
        const session = takeHandover();
        return session ? { id: session.userId, sessionId: session.sessionId } : null;
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
  },
});

/** Of each cookie by its hash, until it is too old: to open one takes two turns of the processor's other threads, which each page would wait for. */
const opened = new LRUCache<string, string>({ max: 10_000 });

/** The id of the session in a cookie's value; undefined for a forged and an old one. */
async function open(token: string): Promise<string | undefined> {
  const key = hash('sha256', token, 'base64');
  const known = opened.get(key);
  if (known) return known;
  const read = await decode({ token, secret: secrets, salt: sessionCookie.name }).catch(() => null);
  if (typeof read?.sessionId !== 'string') return undefined;
  const ttl = 1000 * Number(read.exp) - systemNow().getTime();
  if (ttl > 0) opened.set(key, read.sessionId, { ttl });
  return read.sessionId;
}

/**
 * The id of the session that the request's cookie carries; undefined for none, a forged and an old one. The library's own
 * way to read it also encrypts the next cookie, which a page cannot set: each page would pay for that.
 */
export async function sessionIdOfCookie(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie.name)?.value;
  return token ? open(token) : undefined;
}
