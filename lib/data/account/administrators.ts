import { addDays } from 'date-fns';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { createUser, type NewUser } from '@/lib/data/account/users';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { oneTimeTokens, users } from '@/lib/data/db/schema/account';
import { findToken, issueToken, redeemToken } from '@/lib/data/secrets/tokens';
import type { Actor } from '@/lib/domain/access/access';

const purpose = 'first-administrator';
const daysValid = 7;

/** The name of the lock: an arbitrary number, the same in all processes of the service. */
const offerLock = 4_051_208;

/**
 * Makes a new one-time token while there is no administrator; earlier tokens stop working. The lock makes
 * processes that start together take turns, so that the token stored last is the valid one.
 * @param store puts the token where the first administrator finds it
 * @returns whether a token was made
 */
export function offerAdministration(now: Date, store: (token: string) => void): Promise<boolean> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${offerLock})`);
    const [administrator] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.role, 'administrator'))
      .limit(1);
    if (administrator) return false;
    await replaceToken(tx, now, store);
    return true;
  });
}

/**
 * Makes a new one-time token although there are administrators, for when none of them can sign in. For
 * whoever runs the service.
 */
export function offerAnotherAdministration(now: Date, store: (token: string) => void): Promise<void> {
  return db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${offerLock})`);
    await replaceToken(tx, now, store);
    await record(tx, { kind: 'system' }, { action: 'offer administration', subject: 'administration' }, now);
  });
}

const isOpen = and(eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt));

async function replaceToken(tx: Tx, now: Date, store: (token: string) => void): Promise<void> {
  await tx.update(oneTimeTokens).set({ usedAt: now }).where(isOpen);
  store(await issueToken(tx, purpose, addDays(now, daysValid)));
}

/** Whether a token that was not used can still make an administrator. */
export async function isOfferOpen(now: Date): Promise<boolean> {
  return (await db().$count(oneTimeTokens, and(isOpen, gt(oneTimeTokens.expiresAt, now)))) > 0;
}

/** Whether the token can make an administrator. */
export async function isAdministrationOffered(token: string, now: Date): Promise<boolean> {
  return (await findToken(db(), purpose, token, now)) !== null;
}

/**
 * Makes the first administrator's account and uses up the token.
 * @throws NotFound, Refused 'oneKeyIdTaken'
 */
export function acceptAdministration(actor: Actor, token: string, user: NewUser, now: Date): Promise<string> {
  return db().transaction(async (tx) => {
    const found = await findToken(tx, purpose, token, now);
    if (!found || !(await redeemToken(tx, found.id, now))) throw new NotFound('invitation');
    return createUser(tx, actor, user, 'administrator', now);
  });
}
