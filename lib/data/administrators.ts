import { addDays } from 'date-fns';
import { and, eq, isNull } from 'drizzle-orm';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { oneTimeTokens, users } from '@/lib/data/schema';
import { findToken, issueToken, redeemToken } from '@/lib/data/tokens';
import { createUser, type NewUser } from '@/lib/data/users';
import type { Actor } from '@/lib/domain/access';

const purpose = 'first-administrator';
const daysValid = 7;

/** A new one-time token while nobody is an administrator, else null. Earlier tokens stop working. */
export function offerAdministration(now: Date): Promise<string | null> {
  return db().transaction(async (tx) => {
    const [administrator] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.role, 'administrator'))
      .limit(1);
    if (administrator) return null;
    await tx
      .update(oneTimeTokens)
      .set({ usedAt: now })
      .where(and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt)));
    return issueToken(tx, purpose, addDays(now, daysValid));
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
