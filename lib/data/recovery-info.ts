import { eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { askToConfirm, type EmailToConfirm } from '@/lib/data/email-confirmation';
import { NotFound, Refused } from '@/lib/data/errors';
import { setPassword } from '@/lib/data/passwords';
import { securityAnswers, users } from '@/lib/data/schema';
import { hashAnswers, hashPassword, verifyPassword } from '@/lib/data/secrets';
import { forgetTries, laneOf, withTry } from '@/lib/data/tries';
import { type Letter, tellOwner } from '@/lib/data/verified-emails';
import type { UserActor } from '@/lib/domain/access';
import { normalisePassword } from '@/lib/domain/account';
import { foldEmail } from '@/lib/domain/email';
import { normaliseAnswer, type SecurityQuestion } from '@/lib/domain/security-question';

/**
 * What gets a person back into their account. Each change asks for the current password once more and is told to the
 * owner at every address that was verified before it.
 */

/** `email` is verified; `pendingEmail` waits for its link and counts for nothing until then. */
export type RecoveryInfo = {
  oneKeyId: string;
  email: string | null;
  pendingEmail: string | null;
  questions: string[];
};

/** The actor's own. @throws NotFound */
export async function getRecoveryInfo(actor: UserActor): Promise<RecoveryInfo> {
  const [row] = await db()
    .select({
      oneKeyId: users.oneKeyId,
      email: users.recoveryEmail,
      pendingEmail: users.pendingEmail,
      questions: securityAnswers.questions,
    })
    .from(users)
    .innerJoin(securityAnswers, eq(securityAnswers.userId, users.id))
    .where(eq(users.id, actor.userId));
  if (!row) throw new NotFound('account');
  return row;
}

/**
 * Asks for the password once more, before what cannot be taken back. Counted for each session, so that whoever took one
 * over cannot guess on.
 * @throws Refused 'currentPasswordWrong', MustWait
 */
export async function askPassword(actor: UserActor, currentPassword: string, now: Date): Promise<void> {
  const [user] = await db()
    .select({ hash: users.passwordHash })
    .from(users)
    .where(eq(users.id, actor.userId));
  const lane = laneOf('current password', actor.sessionId);
  if (await withTry(lane, () => verifyPassword(user?.hash, normalisePassword(currentPassword)))) {
    return forgetTries(db(), [lane]);
  }
  const entry = { action: 'confirm password', subject: actor.userId, outcome: 'refused' } as const;
  await record(db(), actor, entry, now);
  throw new Refused('currentPasswordWrong');
}

/**
 * Takes another address for recovery, or none: '' removes the address on file and the one that waits. A new address
 * waits until its link was used, and the verified one counts until then. The verified one again stops the waiting.
 * @throws Refused 'currentPasswordWrong'
 */
export async function changeRecoveryEmail(
  actor: UserActor,
  currentPassword: string,
  { address, letter, notice }: EmailToConfirm & { notice: Letter },
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  await db().transaction(async (tx) => {
    const mine = eq(users.id, actor.userId);
    const [user] = await tx.select({ email: users.recoveryEmail }).from(users).where(mine).for('update');
    const isOnFile = foldEmail(user?.email ?? '') === foldEmail(address);
    await tellOwner(tx, actor.userId, { kind: 'recovery-info-changed', letter: notice }, now);
    await tx
      .update(users)
      .set(
        address ? { pendingEmail: isOnFile ? null : address } : { recoveryEmail: null, pendingEmail: null },
      )
      .where(mine);
    await record(tx, actor, { action: 'change recovery e-mail', subject: actor.userId }, now);
    if (address && !isOnFile) await askToConfirm(tx, actor.userId, 'recovery', { address, letter }, now);
  });
}

export type Chosen = {
  questions: readonly [SecurityQuestion, SecurityQuestion, SecurityQuestion];
  answers: readonly [string, string, string];
};

/** @throws Refused 'currentPasswordWrong' */
export async function changeSecurityAnswers(
  actor: UserActor,
  currentPassword: string,
  { questions, answers }: Chosen,
  notice: Letter,
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  const answersHash = await hashAnswers(answers.map(normaliseAnswer));
  await db().transaction(async (tx) => {
    await tx
      .update(securityAnswers)
      .set({ questions: [...questions], answersHash })
      .where(eq(securityAnswers.userId, actor.userId));
    await record(tx, actor, { action: 'change security questions', subject: actor.userId }, now);
    await tellOwner(tx, actor.userId, { kind: 'recovery-info-changed', letter: notice }, now);
  });
}

/** Ends the person's other sessions. @throws Refused 'currentPasswordWrong', and as setPassword */
export async function changePassword(
  actor: UserActor,
  currentPassword: string,
  { password, notice }: { password: string; notice: Letter },
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  const passwordHash = await hashPassword(normalisePassword(password));
  const change = { password, passwordHash, notice, keepSession: actor.sessionId };
  await db().transaction((tx) => setPassword(tx, actor, actor.userId, change, now));
}
