import { createHmac, randomBytes } from 'node:crypto';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { recoveryCodes } from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { peppers } from '@/lib/data/secrets/peppers';
import { requireOwner } from '@/lib/data/sign-in/confirmation';
import { countSecondSteps, lockSecondSteps, type SecondSteps } from '@/lib/data/sign-in/second-steps';
import { renewSession } from '@/lib/data/sign-in/sessions';
import { isStaffRole, type Role, type UserActor } from '@/lib/domain/access/access';
import type { AuditAction } from '@/lib/domain/access/audit';
import { longCodeFrom, normaliseLongCode, RECOVERY_CODES } from '@/lib/domain/sign-in/second-step';

/**
 * The consequences of gaining or losing a second step, and the account's recovery codes. Those are codes on
 * paper that replace the second step, each once.
 */

/**
 * The hash of a code. The database keeps only the hash. A code has eighty random bits, so nobody can try them
 * all, and a slow hash as for passwords would add nothing. The pepper lies outside the database, so that the
 * rows alone are useless.
 */
function hashCode(userId: string, code: string, pepper = peppers()[0]): string {
  const text = `recovery code\x1f${userId}\x1f${normaliseLongCode(code)}`;
  return createHmac('sha256', pepper).update(text).digest('base64url');
}

/** Replaces all codes of an account with ten new ones. @returns the new codes, to be shown once */
async function replaceCodes(tx: Db, userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => longCodeFrom(randomBytes(10)));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  const rows = codes.map((code) => ({ userId, codeHash: hashCode(userId, code), createdAt: now }));
  await tx.insert(recoveryCodes).values(rows);
  return codes;
}

/** Uses up a code. @returns whether it is one of the account's unused codes */
export async function redeemRecoveryCode(tx: Db, userId: string, code: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        inArray(
          recoveryCodes.codeHash,
          peppers().map((pepper) => hashCode(userId, code, pepper)),
        ),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return rows.length === 1;
}

/**
 * Makes new codes for the actor; the earlier ones stop working.
 * @throws ConfirmationNeeded; Refused 'noSecondStep' if they have no second step that a code could replace
 */
export async function makeRecoveryCodes(actor: UserActor, notice: Letter, now: Date): Promise<string[]> {
  await requireOwner(actor, now);
  return db().transaction(async (tx) => {
    const { userId } = actor;
    if (countSecondSteps(await lockSecondSteps(tx, userId)) === 0) throw new Refused('noSecondStep');
    const codes = await replaceCodes(tx, userId, now);
    await record(tx, actor, { action: 'make recovery codes', subject: userId }, now);
    await tellOwner(tx, userId, { kind: 'account-changed', letter: notice }, now);
    return codes;
  });
}

/** A session in which the new step was just given, and new recovery codes to show if none were left. */
export type Gained = { userId: string; sessionId: string; recoveryCodes: string[] | null };

/**
 * Ends a transaction that added a second step. Adding a step also counts as giving it.
 * @throws Refused 'sessionOver'
 */
export async function gainStep(
  tx: Tx,
  actor: UserActor,
  { action, before, notice }: { action: AuditAction; before: SecondSteps; notice: Letter },
  now: Date,
): Promise<Gained> {
  const { userId } = actor;
  const codes = before.recoveryCodesLeft === 0 ? await replaceCodes(tx, userId, now) : null;
  await record(tx, actor, { action, subject: userId }, now);
  await tellOwner(tx, userId, { kind: 'account-changed', letter: notice }, now);
  const sessionId = await renewSession(tx, actor.sessionId, 'factor', now);
  if (!sessionId) throw new Refused('sessionOver');
  return { userId, sessionId, recoveryCodes: codes };
}

/** Staff must keep their last second step. @throws Refused 'lastSecondStep' */
export function requireAnother(role: Role, left: number): void {
  if (left === 0 && isStaffRole(role)) throw new Refused('lastSecondStep');
}

/** Ends a transaction that removed a second step. The recovery codes go with the last one. */
export async function loseStep(
  tx: Tx,
  actor: UserActor,
  { action, left, notice }: { action: AuditAction; left: number; notice: Letter },
  now: Date,
): Promise<void> {
  const { userId } = actor;
  if (left === 0) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await record(tx, actor, { action, subject: userId }, now);
  await tellOwner(tx, userId, { kind: 'account-changed', letter: notice }, now);
}
