import { eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { saveUserText } from '@/lib/data/account/desk/user-texts';
import {
  askOnceToConfirm,
  type EmailToConfirm,
  type LinkLetter,
} from '@/lib/data/account/email-confirmation';
import { issueUndo } from '@/lib/data/account/email-undo';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { securityAnswers, users } from '@/lib/data/db/schema/account';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { hashAnswers } from '@/lib/data/secrets/secrets';
import { askPassword } from '@/lib/data/sign-in/confirmation';
import type { UserActor } from '@/lib/domain/access/access';
import { normaliseAnswer, type SecurityQuestion } from '@/lib/domain/account/security-question';
import { foldEmail } from '@/lib/domain/contact/email';

/**
 * The data that lets a person back into their account. Each change requires the current password again. The
 * owner is told of it at every e-mail address that was verified before it, with a link that takes a changed
 * address back.
 */

/** `email` is verified. `pendingEmail` awaits its confirmation and does not count until then. */
export type RecoveryInfo = {
  oneKeyId: string;
  email: string | null;
  pendingEmail: string | null;
  questions: SecurityQuestion[];
};

/** The actor's own recovery data. @throws NotFound */
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
 * Changes the e-mail address for recovery. A new address is pending until its link is opened, and the
 * verified one counts until then. Entering the verified address again drops the pending one. '' removes both.
 * @throws Refused 'currentPasswordWrong'
 */
export async function changeRecoveryEmail(
  actor: UserActor,
  currentPassword: string,
  { email, letter, notice }: EmailToConfirm & { notice: LinkLetter },
  now: Date,
): Promise<void> {
  await askPassword(actor, currentPassword, now);
  await db().transaction(async (tx) => {
    const mine = eq(users.id, actor.userId);
    const [user] = await tx.select({ email: users.recoveryEmail }).from(users).where(mine).for('update');
    const isOnFile = foldEmail(user?.email ?? '') === foldEmail(email);
    const undo = await issueUndo(tx, actor.userId, 'recovery', user?.email ?? '', now);
    const told = { kind: 'recovery-info-changed', letter: await notice(undo) } as const;
    await tellOwner(tx, actor.userId, told, now);
    await tx
      .update(users)
      .set(email ? { pendingEmail: isOnFile ? null : email } : { recoveryEmail: null, pendingEmail: null })
      .where(mine);
    await saveUserText(tx, actor.userId);
    await record(tx, actor, { action: 'change recovery e-mail', subject: actor.userId }, now);
    if (email && !isOnFile) await askOnceToConfirm(tx, actor.userId, 'recovery', { email, letter }, now);
  });
}

export type SecurityAnswers = {
  questions: readonly [SecurityQuestion, SecurityQuestion, SecurityQuestion];
  answers: readonly [string, string, string];
};

/** @throws Refused 'currentPasswordWrong' */
export async function changeSecurityAnswers(
  actor: UserActor,
  currentPassword: string,
  { questions, answers }: SecurityAnswers,
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
