import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '@/lib/env';

/**
 * What a visitor just asked of the register, kept for the page that answers it. It lives in an encrypted cookie, so
 * that no code and no hash stays in an address; the answer itself is read from the register each time.
 */
const question = z.object({
  sha256: z.string().optional(),
  fileNumber: z.string().optional(),
  code: z.string().optional(),
  /** Tells one time of asking from the next, in milliseconds. */
  at: z.number(),
});
export type KeptQuestion = z.infer<typeof question>;

const secure = env.isHttps;
const cookieName = secure ? '__Host-question' : 'question';
const maxAge = 10 * 60;

/** Keeps the question for the page that answers it. */
export async function keepQuestion(kept: KeptQuestion): Promise<void> {
  const token = await encode({ token: kept, secret: env.AUTH_SECRET, salt: cookieName, maxAge });
  (await cookies()).set(cookieName, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge });
}

/** The question asked last, or null. */
export async function keptQuestion(): Promise<KeptQuestion | null> {
  const token = (await cookies()).get(cookieName)?.value;
  if (!token) return null;
  const kept = await decode({ token, secret: env.AUTH_SECRET, salt: cookieName }).catch(() => null);
  return question.safeParse(kept).data ?? null;
}
