import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { ConfirmationNeeded, Refused } from '@/lib/data/errors';
import { askPassword } from '@/lib/data/recovery-info';
import { hasSecondStep } from '@/lib/data/second-steps';
import { renewSession } from '@/lib/data/sessions';
import { type Actor, isRecent, type SensitiveAct, type UserActor } from '@/lib/domain/access';

/** Sensitive acts ask for a factor that was given in the last ten minutes. The system has none to give. @throws ConfirmationNeeded */
export function requireFactor(actor: Actor, act: SensitiveAct, now: Date): void {
  if (actor.kind === 'system') return;
  if (actor.kind === 'anonymous' || !isRecent(actor.confirmedAt, now)) throw new ConfirmationNeeded(act);
}

/**
 * Whether the actor has shown in the last ten minutes that the account is theirs: by its second step, or by the
 * password where it has none.
 */
export async function isOwnerConfirmed(actor: UserActor, now: Date): Promise<boolean> {
  const given = (await hasSecondStep(db(), actor.userId)) ? actor.confirmedAt : actor.passwordAt;
  return isRecent(given, now);
}

/** For changes of what opens the account. @throws ConfirmationNeeded */
export async function requireOwner(actor: UserActor, now: Date): Promise<void> {
  if (!(await isOwnerConfirmed(actor, now))) throw new ConfirmationNeeded('change second step');
}

/**
 * The password given again, where the account has no second step to give. The session goes on under a new id.
 * @throws Refused 'currentPasswordWrong', 'giveSecondStep', 'sessionOver'
 */
export async function confirmByPassword(
  actor: UserActor,
  password: string,
  now: Date,
): Promise<{ userId: string; sessionId: string }> {
  await askPassword(actor, password, now);
  return db().transaction(async (tx) => {
    if (await hasSecondStep(tx, actor.userId)) throw new Refused('giveSecondStep');
    const sessionId = await renewSession(tx, actor.sessionId, 'password', now);
    if (!sessionId) throw new Refused('sessionOver');
    await record(tx, actor, { action: 'confirm identity', subject: actor.userId }, now);
    return { userId: actor.userId, sessionId };
  });
}
