import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { addHours, addMinutes } from 'date-fns';
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { findAccount } from '@/lib/data/account/recoverable-accounts';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { inPersonRecoveries } from '@/lib/data/db/schema/sign-in';
import { recoveryMinutes } from '@/lib/data/recovery/recovery';
import { withMinimumDuration } from '@/lib/data/secrets/minimum-duration';
import { stableBytes } from '@/lib/data/secrets/secrets';
import { issueToken } from '@/lib/data/secrets/tokens';
import type { Actor } from '@/lib/domain/access/access';
import { HALF_LENGTH, IN_PERSON_HOURS, IN_PERSON_TRIES } from '@/lib/domain/account/in-person';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { longCodeFrom, normaliseLongCode } from '@/lib/domain/sign-in/second-step';

/**
 * The two halves of a code given in person. Each has 40 random bits, so that neither who gave it nor who reads the
 * database can work out the other.
 */

export type InPerson = typeof inPersonRecoveries.$inferSelect;

/** Half of a code, to be shown once. */
export const newHalf = (): string => longCodeFrom(randomBytes((HALF_LENGTH * 5) / 8));

/** The hash of a half, with a key that lies outside the database. */
export const hashHalf = (recoveryId: string, half: string): string =>
  stableBytes(`in-person half ${recoveryId} ${normaliseLongCode(half)}`).toString('base64url');

/** The first half of a new recovery, as it is stored. */
export function newRecovery(half: string, now: Date) {
  const id = randomUUID();
  const expiresAt = addHours(now, IN_PERSON_HOURS);
  return { id, firstHash: hashHalf(id, half), attemptsLeft: IN_PERSON_TRIES, begunAt: now, expiresAt };
}

const isHalf = (recoveryId: string, typed: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashHalf(recoveryId, typed)), Buffer.from(hash));

/** The recovery of an account whose two halves were given and are still good; its row stays locked. */
async function lockConfirmed(tx: Tx, userId: string, now: Date): Promise<InPerson | undefined> {
  const isGood = and(eq(inPersonRecoveries.state, 'confirmed'), gt(inPersonRecoveries.expiresAt, now));
  const [row] = await tx
    .select()
    .from(inPersonRecoveries)
    .where(and(eq(inPersonRecoveries.userId, userId), isGood))
    .for('update');
  return row;
}

/**
 * Counts a try of whoever knows one of the halves; after the last the code is void. Whoever knows neither takes
 * nothing from its owner.
 */
async function spendTry(tx: Tx, { id, attemptsLeft }: InPerson, now: Date): Promise<void> {
  const isLast = attemptsLeft <= 1;
  await tx
    .update(inPersonRecoveries)
    .set({
      attemptsLeft: sql`${inPersonRecoveries.attemptsLeft} - 1`,
      ...(isLast && { state: 'ended', endedAt: now }),
    })
    .where(and(eq(inPersonRecoveries.id, id), inArray(inPersonRecoveries.state, ['confirmed'])));
}

export type TypedHalves = { oneKeyId: string; firstHalf: string; secondHalf: string };

/**
 * Uses up a code with the ONE-key ID that it was given for. The answer takes the same minimum duration for known and
 * unknown IDs.
 * @returns the token for choosing a new password; null for a code that is wrong, used, void or expired
 */
export function redeemInPersonCode(actor: Actor, typed: TypedHalves, now: Date): Promise<string | null> {
  return withMinimumDuration(() => redeem(actor, typed, now));
}

function redeem(actor: Actor, typed: TypedHalves, now: Date): Promise<string | null> {
  return db().transaction(async (tx) => {
    const account = await findAccount(tx, eq(users.oneKeyIdFolded, foldOneKeyId(typed.oneKeyId)));
    const recovery = account && (await lockConfirmed(tx, account.id, now));
    const entry = { action: 'use in-person code', subject: account?.id ?? 'unknown' } as const;
    const isFirst = recovery && isHalf(recovery.id, typed.firstHalf, recovery.firstHash);
    const isSecond = recovery && isHalf(recovery.id, typed.secondHalf, recovery.secondHash ?? '');
    if (!account || !recovery || !isFirst || !isSecond) {
      if (recovery && (isFirst || isSecond)) await spendTry(tx, recovery, now);
      await record(tx, actor, { ...entry, outcome: 'refused' }, now);
      return null;
    }
    await tx
      .update(inPersonRecoveries)
      .set({ state: 'used', endedAt: now })
      .where(eq(inPersonRecoveries.id, recovery.id));
    await record(tx, actor, entry, now);
    const purpose = recovery.lostSteps ? 'new-access' : 'new-password';
    return issueToken(tx, purpose, addMinutes(now, recoveryMinutes), { userId: account.id });
  });
}
