import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { recoveryMinutes } from '@/lib/data/recovery';
import { env } from '@/lib/env';

/**
 * Where a person stands in the recovery of a password: the one-time token that the next step needs. It lives in an
 * encrypted cookie, so that no token stays in an address and nobody can tell whose ID was asked for, or change it.
 */
const attempt = z.object({
  token: z.string(),
  /** The ID that was typed; '' after a link from an e-mail. */
  oneKeyId: z.string(),
});
export type Attempt = z.infer<typeof attempt>;

const secure = env.isHttps;
const cookieName = secure ? '__Host-recovery' : 'recovery';
const maxAge = recoveryMinutes * 60;

/** Keeps the attempt for the next step. */
export async function keepAttempt(kept: Attempt): Promise<void> {
  const token = await encode({ token: kept, secret: env.AUTH_SECRET, salt: cookieName, maxAge });
  (await cookies()).set(cookieName, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge });
}

/** The attempt under way, or null. */
export async function keptAttempt(): Promise<Attempt | null> {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return null;
  const kept = await decode({ token, secret: env.AUTH_SECRET, salt: cookieName }).catch(() => null);
  return attempt.safeParse(kept).data ?? null;
}

/** Forgets the attempt: it is over. */
export async function forgetAttempt(): Promise<void> {
  (await cookies()).delete({ name: cookieName, path: '/', secure });
}
