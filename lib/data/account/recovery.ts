import { randomUUID } from 'node:crypto';
import { addMinutes, subDays } from 'date-fns';
import { and, eq, gt } from 'drizzle-orm';
import { setPassword } from '@/lib/data/account/passwords';
import { accountOf, countsWithoutLink, findAccount, nobody } from '@/lib/data/account/recoverable-accounts';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { withMinimumDuration } from '@/lib/data/db/minimum-duration';
import { securityAnswers, users } from '@/lib/data/db/schema/account';
import { audit } from '@/lib/data/db/schema/audit';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import { hashPassword, stableBytes, verifyAnswers } from '@/lib/data/secrets/secrets';
import { findToken, issueToken, redeemToken, spendAttempt } from '@/lib/data/secrets/tokens';
import type { Actor } from '@/lib/domain/access/access';
import { normalisePassword } from '@/lib/domain/account/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import {
  normaliseAnswer,
  SECURITY_QUESTIONS,
  type SecurityQuestion,
} from '@/lib/domain/account/security-question';

/**
 * The recovery of a password. Every ID, known or not, gets three security questions at once. If a verified
 * e-mail address is on file, the service also mails a link to it. Answers then count only after the link was
 * opened. For staff, answers never count without the link. A person whose answers cannot count gets decoy
 * questions, and every answer to those is wrong.
 */

/** Minutes for the answers, and as many for the new password. */
export const recoveryMinutes = 10;
const attemptsPerRecovery = 5;
/** After this many wrong answers in a day no answers count, even if the recovery begins again. */
const wrongAnswersPerDay = 20;
const answering = 'answer security questions';

/**
 * Begins the recovery of a password. The answer takes the same minimum duration for known and unknown IDs.
 * The link goes only to the verified e-mail address for recovery.
 * @param render makes the message whose link carries the token; it is also called for an unknown ID
 * @returns the token for answering without the link
 */
export function beginRecovery(
  actor: Actor,
  oneKeyId: string,
  render: (token: string) => Promise<Letter>,
  now: Date,
): Promise<string> {
  return withMinimumDuration(() => begin(actor, oneKeyId, render, now));
}

async function begin(
  actor: Actor,
  oneKeyId: string,
  render: (token: string) => Promise<Letter>,
  now: Date,
): Promise<string> {
  const account = await findAccount(db(), eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  const email = account?.email;
  return db().transaction(async (tx) => {
    const issue = (proves: { userId?: string | undefined; email?: string }) =>
      issueToken(tx, 'recovery-answers', addMinutes(now, recoveryMinutes), {
        ...proves,
        attempts: attemptsPerRecovery,
      });
    const withoutLink = await issue(account && countsWithoutLink(account) ? { userId: account.id } : {});
    const letter = await render(await issue(email ? { userId: account?.id, email } : {}));
    await record(tx, actor, { action: 'begin password recovery', subject: account?.id ?? 'unknown' }, now);
    if (email) {
      const dedupeKey = `password-link/${account?.id}/${randomUUID()}`;
      await queueMail(tx, { kind: 'password-link', dedupeKey, recipient: email, ...letter }, now);
    }
    return withoutLink;
  });
}

/** Three questions that no answer is right for, always the same three for the same ID. */
function decoyQuestions(oneKeyId: string): SecurityQuestion[] {
  const bytes = stableBytes(`questions of ${foldOneKeyId(oneKeyId)}`);
  const left: SecurityQuestion[] = [...SECURITY_QUESTIONS];
  return [0, 4, 8].flatMap((at) => left.splice(bytes.readUInt32BE(at) % left.length, 1));
}

/**
 * The three questions to answer, as slugs in their order; null if the recovery is used up or out of time.
 * @param oneKeyId the ID that the person gave; '' after a link from an e-mail, which belongs to an account
 */
export async function findQuestions(
  token: string,
  oneKeyId: string,
  now: Date,
): Promise<SecurityQuestion[] | null> {
  const found = await findToken(db(), 'recovery-answers', token, now);
  if (!found) return null;
  const account = await accountOf(db(), found);
  const [chosen] = await db()
    .select({ questions: securityAnswers.questions })
    .from(securityAnswers)
    .where(eq(securityAnswers.userId, account?.id ?? nobody));
  return chosen?.questions ?? decoyQuestions(oneKeyId);
}

/** Whether a day's wrong answers are used up. It counts no further, so that the duration does not grow. */
async function hadTooManyToday(subject: string, now: Date): Promise<boolean> {
  const wrong = and(eq(audit.action, answering), eq(audit.subject, subject), eq(audit.outcome, 'refused'));
  const rows = await db()
    .select({ entry: audit.entry })
    .from(audit)
    .where(and(wrong, gt(audit.at, subDays(now, 1))))
    .limit(wrongAnswersPerDay);
  return rows.length === wrongAnswersPerDay;
}

/**
 * Checks the three answers together and spends one attempt. It never says which answer was wrong.
 * @returns the token for choosing a new password, or how many attempts are left (0: the recovery is over)
 */
export async function checkAnswers(
  actor: Actor,
  token: string,
  answers: readonly string[],
  now: Date,
): Promise<{ newPasswordToken: string } | { attemptsLeft: number }> {
  const found = await findToken(db(), 'recovery-answers', token, now);
  if (!found || !(await spendAttempt(db(), found.id))) return { attemptsLeft: 0 };
  const account = await accountOf(db(), found);
  const userId = account?.id ?? nobody;
  const subject = account?.id ?? 'unknown';
  const [chosen] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
  const tooMany = await hadTooManyToday(subject, now);
  const right = await verifyAnswers(chosen?.answersHash, answers.map(normaliseAnswer));
  if (!right || tooMany) {
    await record(db(), actor, { action: answering, subject, outcome: 'refused' }, now);
    return { attemptsLeft: found.attemptsLeft - 1 };
  }
  return db().transaction(async (tx) => {
    if (!(await redeemToken(tx, found.id, now))) return { attemptsLeft: 0 };
    await record(tx, actor, { action: answering, subject }, now);
    const expiresAt = addMinutes(now, recoveryMinutes);
    return { newPasswordToken: await issueToken(tx, 'new-password', expiresAt, { userId }) };
  });
}

/** Whether the token allows a new password to be chosen. */
export async function mayChoosePassword(token: string, now: Date): Promise<boolean> {
  return (await findToken(db(), 'new-password', token, now)) !== null;
}

/**
 * Sets the new password, once. All sessions end, no browser counts as known any more, and the owner is told.
 * @returns false if the token is used or expired, or the account was locked or closed since
 * @throws Refused as setPassword does; the token then stays valid
 */
export async function choosePassword(
  actor: Actor,
  token: string,
  password: string,
  notice: Letter,
  now: Date,
): Promise<boolean> {
  const passwordHash = await hashPassword(normalisePassword(password));
  return db().transaction(async (tx) => {
    const found = await findToken(tx, 'new-password', token, now);
    const account = found && (await findAccount(tx, eq(users.id, found.userId ?? nobody)));
    if (!account || !(await redeemToken(tx, found.id, now))) return false;
    await setPassword(tx, actor, account.id, { password, passwordHash, notice }, now);
    await tx.delete(knownDevices).where(eq(knownDevices.userId, account.id));
    return true;
  });
}
