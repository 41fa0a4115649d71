import { addDays } from 'date-fns';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { oneTimeTokens, users } from '@/lib/data/schema';
import { findToken, issueToken, redeemToken } from '@/lib/data/tokens';
import { createUser, type NewUser } from '@/lib/data/users';
import type { Actor } from '@/lib/domain/access';

const purpose = 'first-administrator';
const daysValid = 7;

/** Any number names the lock; all processes of this service must use the same. */
const offerLock = 4_051_208;

/**
 * Makes a new one-time token while nobody is an administrator; earlier ones stop working. Processes that start at once
 * do so one after the other, so that what was kept last is the token that works.
 * @param keep puts the token where the first administrator finds it
 * @returns whether there was one to keep
 */
export function offerAdministration(now: Date, keep: (token: string) => void): Promise<boolean> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${offerLock})`);
    const [administrator] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.role, 'administrator'))
      .limit(1);
    if (administrator) return false;
    await tx
      .update(oneTimeTokens)
      .set({ usedAt: now })
      .where(and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt)));
    keep(await issueToken(tx, purpose, addDays(now, daysValid)));
    return true;
  });
}

/** Whether the token would make an administrator. */
export async function isAdministrationOffered(token: string, now: Date): Promise<boolean> {
  return (await findToken(db(), purpose, token, now)) !== null;
}

/** Makes the first administrator's account and uses the token up. @throws NotFound, Refused 'oneKeyIdTaken' */
export function acceptAdministration(actor: Actor, token: string, user: NewUser, now: Date): Promise<string> {
  return db().transaction(async (tx) => {
    const found = await findToken(tx, purpose, token, now);
    if (!found || !(await redeemToken(tx, found.id, now))) throw new NotFound('invitation');
    return createUser(tx, actor, user, 'administrator', now);
  });
}
