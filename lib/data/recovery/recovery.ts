import { addMinutes } from 'date-fns';
import { eq } from 'drizzle-orm';
import { accountOf, countsWithoutLink, findAccount, mailSpan } from '@/lib/data/account/recoverable-accounts';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { securityAnswers, users } from '@/lib/data/db/schema/account';
import { nobody } from '@/lib/data/db/uuid';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import { withMinimumDuration } from '@/lib/data/secrets/minimum-duration';
import { stableBytes } from '@/lib/data/secrets/secrets';
import { findToken, issueToken } from '@/lib/data/secrets/tokens';
import type { Actor } from '@/lib/domain/access/access';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { SECURITY_QUESTIONS, type SecurityQuestion } from '@/lib/domain/account/security-question';

/**
 * The recovery of a password. Every ID, known or not, gets three security questions at once. If a verified
 * e-mail address is on file, the service also mails a link to it. Answers then count only after the link was
 * opened. For staff, answers never count without the link. A person whose answers cannot count gets decoy
 * questions, and every answer to those is wrong.
 */

/** Minutes for the answers, and as many for the new password. */
export const recoveryMinutes = 10;
const attemptsPerRecovery = 5;

/**
 * Begins the recovery of a password. The answer takes the same minimum duration for known and unknown IDs.
 * The link goes only to the verified e-mail address for recovery, once in a span of five minutes. So strangers
 * fill no mailbox, and take no link from the owner: the last one works for as many minutes more.
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
      const dedupeKey = `password-link/${account?.id}/${mailSpan(now)}`;
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
