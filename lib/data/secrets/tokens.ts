import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/lib/data/db/db';
import { oneTimeTokens } from '@/lib/data/db/schema/account';
import { hashToken, newToken } from '@/lib/data/secrets/secrets';

type Purpose = typeof oneTimeTokens.$inferSelect.purpose;
export type Token = { id: string; userId: string | null; email: string | null; attemptsLeft: number };

/**
 * Makes a token that proves one thing until it expires.
 * @param options `email` is the e-mail address that the token is sent to and proves; `token` is one that was made to
 *   be typed
 * @returns the token; the database keeps only its hash
 */
export async function issueToken(
  tx: Db,
  purpose: Purpose,
  expiresAt: Date,
  {
    userId,
    email,
    attempts = 1,
    token = newToken(),
  }: { userId?: string | undefined; email?: string; attempts?: number; token?: string } = {},
): Promise<string> {
  await tx
    .insert(oneTimeTokens)
    .values({ purpose, userId, email, tokenHash: hashToken(token), attemptsLeft: attempts, expiresAt });
  return token;
}

/** Looks up a token without using it; null if it is unknown, used, expired or has no attempts left. */
export async function findToken(tx: Db, purpose: Purpose, token: string, now: Date): Promise<Token | null> {
  const [row] = await tx
    .select()
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.purpose, purpose),
        eq(oneTimeTokens.tokenHash, hashToken(token)),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.attemptsLeft, 0),
        gt(oneTimeTokens.expiresAt, now),
      ),
    );
  return row ?? null;
}

/** Spends one of the token's attempts. @returns whether one was left */
export async function spendAttempt(tx: Db, id: string): Promise<boolean> {
  const rows = await tx
    .update(oneTimeTokens)
    .set({ attemptsLeft: sql`${oneTimeTokens.attemptsLeft} - 1` })
    .where(and(eq(oneTimeTokens.id, id), gt(oneTimeTokens.attemptsLeft, 0)))
    .returning({ id: oneTimeTokens.id });
  return rows.length === 1;
}

/** Uses up a token. @returns whether this call did so */
export async function redeemToken(tx: Db, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.id, id), isNull(oneTimeTokens.usedAt)))
    .returning({ id: oneTimeTokens.id });
  return rows.length === 1;
}
