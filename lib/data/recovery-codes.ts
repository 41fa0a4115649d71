import { createHmac, randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { requireOwner } from '@/lib/data/confirmation';
import { type Db, db } from '@/lib/data/db';
import { Refused } from '@/lib/data/errors';
import { recoveryCodes } from '@/lib/data/schema';
import { countSecondSteps, lockSecondSteps } from '@/lib/data/second-steps';
import type { Letter } from '@/lib/data/verified-emails';
import { tellOwner } from '@/lib/data/verified-emails';
import type { UserActor } from '@/lib/domain/access';
import { normaliseRecoveryCode, RECOVERY_CODES, recoveryCodeFrom } from '@/lib/domain/second-step';
import { env } from '@/lib/env';

/** Codes to keep on paper, each good once in the place of the second step. */

/**
 * What the database keeps of a code. A code is eighty random bits, so nobody can try them all, and a slow hash as for
 * passwords would add nothing; the pepper outside the database makes the rows useless alone.
 */
function hashCode(userId: string, typed: string): string {
  const text = `recovery code\x1f${userId}\x1f${normaliseRecoveryCode(typed)}`;
  return createHmac('sha256', env.ANSWERS_PEPPER).update(text).digest('base64url');
}

/** Makes ten codes in the place of all before. @returns them, to be shown once */
export async function replaceRecoveryCodes(tx: Db, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(randomBytes(16)));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const rows = codes.map((code) => ({ userId, codeHash: hashCode(userId, code), createdAt: now }));
  await tx.insert(recoveryCodes).values(rows);
  return codes;
}

/** Uses a code up. @returns whether it was one of the account's that was not used yet */
export async function takeRecoveryCode(tx: Db, userId: string, typed: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, hashCode(userId, typed)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return rows.length === 1;
}

/**
 * Makes new codes for the actor; the earlier ones stop working.
 * @throws ConfirmationNeeded; Refused 'noSecondStep' where there is nothing that they could stand in for
 */
export async function makeRecoveryCodes(actor: UserActor, notice: Letter, now: Date): Promise<string[]> {
  await requireOwner(actor, now);
  return db().transaction(async (tx) => {
    const { userId } = actor;
    if (countSecondSteps(await lockSecondSteps(tx, userId)) === 0) throw new Refused('noSecondStep');
    const codes = await replaceRecoveryCodes(tx, userId, now);
    await record(tx, actor, { action: 'make recovery codes', subject: userId }, now);
    await tellOwner(tx, userId, { kind: 'account-changed', letter: notice }, now);
    return codes;
  });
}
