import { eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import type { Tx } from '@/lib/data/db';
import { Refused } from '@/lib/data/errors';
import { replaceRecoveryCodes } from '@/lib/data/recovery-codes';
import { recoveryCodes } from '@/lib/data/schema';
import type { SecondSteps } from '@/lib/data/second-steps';
import { renewSession } from '@/lib/data/sessions';
import type { Letter } from '@/lib/data/verified-emails';
import { tellOwner } from '@/lib/data/verified-emails';
import { isStaffRole, type Role, type UserActor } from '@/lib/domain/access';

/** What follows when an account gains or loses a second step. */

/** A session in which the new step was just given, and the recovery codes to show where there were none left. */
export type Gained = { userId: string; sessionId: string; recoveryCodes: string[] | null };

/** Ends a transaction in which a second step was added and, in that, given. @throws Refused 'sessionOver' */
export async function gainStep(
  tx: Tx,
  actor: UserActor,
  { action, before, notice }: { action: string; before: SecondSteps; notice: Letter },
  now: Date,
): Promise<Gained> {
  const { userId } = actor;
  const codes = before.recoveryCodesLeft === 0 ? await replaceRecoveryCodes(tx, userId, now) : null;
  await record(tx, actor, { action, subject: userId }, now);
  await tellOwner(tx, userId, { kind: 'account-changed', letter: notice }, now);
  const sessionId = await renewSession(tx, actor.sessionId, 'factor', now);
  if (!sessionId) throw new Refused('sessionOver');
  return { userId, sessionId, recoveryCodes: codes };
}

/** Staff work with a second step: they keep the last one. @throws Refused 'lastSecondStep' */
export function requireAnother(role: Role, left: number): void {
  if (left === 0 && isStaffRole(role)) throw new Refused('lastSecondStep');
}

/** Ends a transaction in which a second step was removed; with the last one go the codes that stand in for it. */
export async function loseStep(
  tx: Tx,
  actor: UserActor,
  { action, left, notice }: { action: string; left: number; notice: Letter },
  now: Date,
): Promise<void> {
  const { userId } = actor;
  if (left === 0) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await record(tx, actor, { action, subject: userId }, now);
  await tellOwner(tx, userId, { kind: 'account-changed', letter: notice }, now);
}
