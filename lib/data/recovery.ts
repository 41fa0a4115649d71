import { randomUUID } from 'node:crypto';
import { addMinutes, subDays } from 'date-fns';
import { and, eq, gt } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { queueMail } from '@/lib/data/outbox';
import { setPassword } from '@/lib/data/passwords';
import { accountOf, countsWithoutLink, findAccount, nobody } from '@/lib/data/recoverable';
import { inTheSameTime } from '@/lib/data/same-time';
import { audit, knownDevices, securityAnswers, users } from '@/lib/data/schema';
import { hashPassword, stableBytes, verifyAnswers } from '@/lib/data/secrets';
import { findToken, issueToken, redeemToken, spendTry } from '@/lib/data/tokens';
import type { Letter } from '@/lib/data/verified-emails';
import type { Actor } from '@/lib/domain/access';
import { foldOneKeyId, normalisePassword } from '@/lib/domain/account';
import { normaliseAnswer, SECURITY_QUESTIONS } from '@/lib/domain/security-question';

/**
 * The way back into an account, the same to look at for every ID, known or not: three questions at once and, where a
 * verified e-mail address is on file, a link to it. With such an address, and for staff always, answers count only by
 * the link; who has none of it is asked the questions of nobody, and no answer is right.
 */

/** Minutes for the answers, and again for the new password. */
export const recoveryMinutes = 10;
const triesPerAttempt = 5;
/** Wrong answers in a day after which no answers count, however often the recovery is begun anew. */
const wrongAnswersPerDay = 20;
const answering = 'answer security questions';

/**
 * Begins the recovery of a password, in the same time for every ID; the link goes to the verified addresses and nowhere
 * else.
 * @param render makes the message with the link that carries the token; made for nobody as well, like its token
 * @returns the token to go on with at once
 */
export function beginRecovery(
  actor: Actor,
  oneKeyId: string,
  render: (token: string) => Promise<Letter>,
  now: Date,
): Promise<string> {
  return inTheSameTime(() => begin(actor, oneKeyId, render, now));
}

async function begin(
  actor: Actor,
  oneKeyId: string,
  render: (token: string) => Promise<Letter>,
  now: Date,
): Promise<string> {
  const account = await findAccount(db(), eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  const addresses = account?.addresses ?? [];
  return db().transaction(async (tx) => {
    const issue = (proves: { userId?: string; address?: string }) =>
      issueToken(tx, 'recovery-answers', addMinutes(now, recoveryMinutes), {
        ...proves,
        tries: triesPerAttempt,
      });
    const typed = await issue(account && countsWithoutLink(account) ? { userId: account.id } : {});
    const [address] = addresses;
    const letter = await render(await issue(address ? { userId: account?.id, address } : {}));
    await record(tx, actor, { action: 'begin password recovery', subject: account?.id ?? 'unknown' }, now);
    for (const recipient of addresses) {
      const dedupeKey = `password-link/${account?.id}/${randomUUID()}`;
      await queueMail(tx, { kind: 'password-link', dedupeKey, recipient, ...letter }, now);
    }
    return typed;
  });
}

/** Three questions for who is let in to no account: always the same three for the same ID. */
function decoyQuestions(oneKeyId: string): string[] {
  const bytes = stableBytes(`questions of ${foldOneKeyId(oneKeyId)}`);
  const left: string[] = [...SECURITY_QUESTIONS];
  return [0, 4, 8].flatMap((at) => left.splice(bytes.readUInt32BE(at) % left.length, 1));
}

/**
 * The three questions to answer, as slugs in their order; null when the attempt is over or out of time.
 * @param oneKeyId the ID that was typed; '' after a link from an e-mail, which belongs to an account
 */
export async function findQuestions(token: string, oneKeyId: string, now: Date): Promise<string[] | null> {
  const found = await findToken(db(), 'recovery-answers', token, now);
  if (!found) return null;
  const account = await accountOf(db(), found);
  const [chosen] = await db()
    .select({ questions: securityAnswers.questions })
    .from(securityAnswers)
    .where(eq(securityAnswers.userId, account?.id ?? nobody));
  return chosen?.questions ?? decoyQuestions(oneKeyId);
}

/** Whether a day's wrong answers are used up. Counts no further, so that the time does not grow with them. */
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
 * Checks the three answers together and takes one try; never says which was wrong.
 * @returns the token for choosing a new password, or how many tries are left (0: the attempt is over)
 */
export async function checkAnswers(
  actor: Actor,
  token: string,
  answers: readonly string[],
  now: Date,
): Promise<{ newPasswordToken: string } | { triesLeft: number }> {
  const found = await findToken(db(), 'recovery-answers', token, now);
  if (!found || !(await spendTry(db(), found.id))) return { triesLeft: 0 };
  const account = await accountOf(db(), found);
  const userId = account?.id ?? nobody;
  const subject = account?.id ?? 'unknown';
  const [chosen] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
  const tooMany = await hadTooManyToday(subject, now);
  const right = await verifyAnswers(chosen?.answersHash, answers.map(normaliseAnswer));
  if (!right || tooMany) {
    await record(db(), actor, { action: answering, subject, outcome: 'refused' }, now);
    return { triesLeft: found.triesLeft - 1 };
  }
  return db().transaction(async (tx) => {
    if (!(await redeemToken(tx, found.id, now))) return { triesLeft: 0 };
    await record(tx, actor, { action: answering, subject }, now);
    const expiresAt = addMinutes(now, recoveryMinutes);
    return { newPasswordToken: await issueToken(tx, 'new-password', expiresAt, { userId }) };
  });
}

/** Whether the token lets a new password be chosen. */
export async function mayChoosePassword(token: string, now: Date): Promise<boolean> {
  return (await findToken(db(), 'new-password', token, now)) !== null;
}

/**
 * Sets the new password, once: all sessions end, no browser is known any more, and the owner is told.
 * @returns whether the token still let it; not where the account was locked or closed meanwhile
 * @throws Refused as setPassword; the token then stays good
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
