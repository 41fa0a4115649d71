import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { signIn as checkSignIn } from '@/lib/data/users';
import { signInForm } from '@/lib/domain/account';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { withinLimit } from '@/lib/web/limit';
import { visitor } from '@/lib/web/visitor';

declare module 'next-auth' {
  interface User {
    sessionId?: string;
  }
  interface Session {
    sessionId?: string;
  }
}

const secure = env.isHttps;

/** Of this host and its root alone, and under https never sent in the clear: by its name the browser sees to that. */
const cookie = (name: string) => ({
  name: secure ? `__Host-${name}` : name,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
});

/** The cookie carries only the id of a `sessions` row; whoever holds it is what that row says, on every request. */
export const { handlers, auth, signIn, signOut } = NextAuth({
  trustHost: true,
  secret: env.AUTH_SECRET,
  session: { strategy: 'jwt', maxAge: 12 * 60 * 60 },
  useSecureCookies: secure,
  cookies: {
    sessionToken: cookie('session'),
    callbackUrl: cookie('callback-url'),
    csrfToken: cookie('csrf-token'),
  },
  logger: { error: (error) => log.warn({ type: 'type' in error ? error.type : 'unknown' }, 'sign-in error') },
  providers: [
    Credentials({
      credentials: { oneKeyId: {}, password: {} },
      authorize: async (raw) => {
        const given = signInForm.safeParse(raw);
        const who = await visitor();
        if (!given.success || !(await withinLimit('check-password', who.ip ?? 'unknown'))) return null;
        const found = await checkSignIn(who, given.data.oneKeyId, given.data.password, systemNow());
        return found && { id: found.userId, sessionId: found.sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      sessionId: typeof token.sessionId === 'string' ? token.sessionId : undefined,
    }),
  },
});
