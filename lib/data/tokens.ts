import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/lib/data/db';
import { oneTimeTokens } from '@/lib/data/schema';
import { hashToken, newToken } from '@/lib/data/secrets';

type Purpose = typeof oneTimeTokens.$inferSelect.purpose;
export type FoundToken = { id: string; userId: string | null; address: string | null; triesLeft: number };

/**
 * Makes a token that proves one thing until it expires.
 * @param options `address` is the e-mail address that it is sent to and proves
 * @returns the token; the database keeps its hash alone
 */
export async function issueToken(
  tx: Db,
  purpose: Purpose,
  expiresAt: Date,
  { userId, address, tries = 1 }: { userId?: string; address?: string; tries?: number } = {},
): Promise<string> {
  const token = newToken();
  await tx
    .insert(oneTimeTokens)
    .values({ purpose, userId, address, tokenHash: hashToken(token), triesLeft: tries, expiresAt });
  return token;
}

/** Looks at a token without using it; null when it is unknown, used, expired or has no tries left. */
export async function findToken(
  tx: Db,
  purpose: Purpose,
  token: string,
  now: Date,
): Promise<FoundToken | null> {
  const [row] = await tx
    .select()
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.purpose, purpose),
        eq(oneTimeTokens.tokenHash, hashToken(token)),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.triesLeft, 0),
        gt(oneTimeTokens.expiresAt, now),
      ),
    );
  return row ?? null;
}

/** Takes one of the token's tries. @returns whether there was one left to take */
export async function spendTry(tx: Db, id: string): Promise<boolean> {
  const rows = await tx
    .update(oneTimeTokens)
    .set({ triesLeft: sql`${oneTimeTokens.triesLeft} - 1` })
    .where(and(eq(oneTimeTokens.id, id), gt(oneTimeTokens.triesLeft, 0)))
    .returning({ id: oneTimeTokens.id });
  return rows.length === 1;
}

/** Uses a token up. @returns whether this call was the one that did */
export async function redeemToken(tx: Db, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(and(eq(oneTimeTokens.id, id), isNull(oneTimeTokens.usedAt)))
    .returning({ id: oneTimeTokens.id });
  return rows.length === 1;
}
