import { randomUUID } from 'node:crypto';
import { addMinutes, subDays } from 'date-fns';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { queueMail } from '@/lib/data/outbox';
import { type Letter, setPassword } from '@/lib/data/passwords';
import { audit, securityAnswers, users } from '@/lib/data/schema';
import { hashPassword, stableBytes, verifyAnswers } from '@/lib/data/secrets';
import { findToken, issueToken, redeemToken, spendTry } from '@/lib/data/tokens';
import type { Actor } from '@/lib/domain/access';
import { foldOneKeyId, normalisePassword } from '@/lib/domain/account';
import { foldEmail } from '@/lib/domain/email';
import { normaliseAnswer, SECURITY_QUESTIONS } from '@/lib/domain/security-question';

/**
 * The way back into an account. Nothing here tells whether an ID or an e-mail address is known: an unknown ID is
 * answered as one without an e-mail address on file, down to the questions.
 */

/** Minutes for the answers, and again for the new password. */
export const recoveryMinutes = 10;
const triesPerAttempt = 5;
/** Wrong answers in a day after which no answers count, however often the recovery is begun anew. */
const wrongAnswersPerDay = 20;
const answering = 'answer security questions';
/** No account has it. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Mails the IDs that have this e-mail address on file to it, if there are any. `render` makes the message. */
export async function mailOneKeyIds(
  actor: Actor,
  email: string,
  render: (oneKeyIds: string[]) => Promise<Letter>,
  now: Date,
): Promise<void> {
  const owned = await db()
    .select({ id: users.id, oneKeyId: users.oneKeyId, email: users.recoveryEmail })
    .from(users)
    .where(eq(sql`lower(${users.recoveryEmail})`, foldEmail(email)))
    .orderBy(users.oneKeyIdFolded);
  // Made for nobody as well: the time taken tells nothing.
  const letter = await render(owned.map(({ oneKeyId }) => oneKeyId));
  const [first] = owned;
  await db().transaction(async (tx) => {
    await record(tx, actor, { action: 'recover ONE-key ID', subject: first?.id ?? 'unknown' }, now);
    if (!first?.email) return;
    const dedupeKey = `one-key-ids/${randomUUID()}`;
    await queueMail(tx, { kind: 'one-key-ids', dedupeKey, recipient: first.email, ...letter }, now);
  });
}

/**
 * Begins the recovery of a password. With an e-mail address on file the token goes there and nowhere else.
 * @param render makes the message with the link that carries the token
 * @returns the token to go on with at once, or null when it was mailed
 */
export async function beginRecovery(
  actor: Actor,
  oneKeyId: string,
  render: (token: string) => Promise<Letter>,
  now: Date,
): Promise<string | null> {
  const [user] = await db()
    .select({ id: users.id, email: users.recoveryEmail })
    .from(users)
    .where(eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)));
  return db().transaction(async (tx) => {
    const expiresAt = addMinutes(now, recoveryMinutes);
    const options = { userId: user?.id, tries: triesPerAttempt };
    const token = await issueToken(tx, 'recovery-answers', expiresAt, options);
    await record(tx, actor, { action: 'begin password recovery', subject: user?.id ?? 'unknown' }, now);
    if (!user?.email) return token;
    const dedupeKey = `password-link/${randomUUID()}`;
    const letter = await render(token);
    await queueMail(tx, { kind: 'password-link', dedupeKey, recipient: user.email, ...letter }, now);
    return null;
  });
}

/** Three questions for an ID that nobody has: always the same three for the same ID. */
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
  const [chosen] = await db()
    .select({ questions: securityAnswers.questions })
    .from(securityAnswers)
    .where(eq(securityAnswers.userId, found.userId ?? nobody));
  return chosen?.questions ?? decoyQuestions(oneKeyId);
}

async function wrongAnswersToday(subject: string, now: Date): Promise<number> {
  const wrong = and(eq(audit.action, answering), eq(audit.subject, subject), eq(audit.outcome, 'refused'));
  const [row] = await db()
    .select({ wrong: count() })
    .from(audit)
    .where(and(wrong, gt(audit.at, subDays(now, 1))));
  return row?.wrong ?? 0;
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
  const userId = found.userId ?? nobody;
  const subject = found.userId ?? 'unknown';
  const [chosen] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
  const tooMany = (await wrongAnswersToday(subject, now)) >= wrongAnswersPerDay;
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
 * Sets the new password, once: all sessions end, and a notice goes to the e-mail address on file.
 * @returns whether the token still let it
 * @throws Refused 'passwordIsOneKeyId'; the token then stays good
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
    if (!found?.userId || !(await redeemToken(tx, found.id, now))) return false;
    await setPassword(tx, actor, found.userId, { password, passwordHash, notice }, now);
    return true;
  });
}
