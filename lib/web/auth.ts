import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { Refused } from '@/lib/data/errors';
import { signIn as checkSignIn } from '@/lib/data/users';
import { signInForm } from '@/lib/domain/account';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { systemNow } from '@/lib/services/clock';
import { deviceToken, keepDeviceToken } from '@/lib/web/device-cookie';
import { handedOver } from '@/lib/web/hand-off';
import { SignInRefused } from '@/lib/web/sign-in-refused';
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
        if (!given.success) return null;
        const { oneKeyId, password } = given.data;
        const device = await deviceToken();
        const found = await checkSignIn(await visitor(), oneKeyId, password, systemNow(), device).catch(
          (error: unknown) => {
            throw error instanceof Refused ? new SignInRefused(error) : error;
          },
        );
        if (!found) return null;
        await keepDeviceToken(found.deviceToken);
        return { id: found.userId, sessionId: found.sessionId };
      },
    }),
    Credentials({
      id: 'opened-session',
      credentials: {},
      authorize: () => {
        const session = handedOver();
        return session ? { id: session.userId, sessionId: session.sessionId } : null;
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
