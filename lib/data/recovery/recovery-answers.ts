import { addMinutes } from 'date-fns';
import { eq } from 'drizzle-orm';
import { accountOf, type RecoverableAccount } from '@/lib/data/account/recoverable-accounts';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { securityAnswers } from '@/lib/data/db/schema/account';
import { nobody } from '@/lib/data/db/uuid';
import { recoveryMinutes } from '@/lib/data/recovery/recovery';
import { hashAnswers, isPepperRotating, verifyAnswers } from '@/lib/data/secrets/secrets';
import { findToken, issueToken, redeemToken, spendAttempt, type Token } from '@/lib/data/secrets/tokens';
import { crowdOf } from '@/lib/data/sign-in/crowd';
import { knownToken } from '@/lib/data/sign-in/known-devices';
import { clearThrottles, slowThrottle, type Throttle, throttled } from '@/lib/data/sign-in/login-throttle';
import type { Actor } from '@/lib/domain/access/access';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import { normaliseAnswer } from '@/lib/domain/account/security-question';
import { networksOf } from '@/lib/domain/sign-in/ip';
import { FREE_IN_CROWD } from '@/lib/domain/sign-in/login-throttle';

const answering = 'answer security questions';

/** `oneKeyId` is the ID that the person gave, '' after a link; `deviceToken` is their browser's. */
type From = { oneKeyId?: string; deviceToken?: string | undefined };

/**
 * The throttle that counts an attempt at the answers. Only the owner's mailbox has the link, so attempts by it are
 * counted by account. Without it each known device and each network has a count.
 */
async function throttleFor(
  actor: Actor,
  { found, account }: { found: Token; account: RecoverableAccount | null },
  { oneKeyId = '', deviceToken }: From,
  now: Date,
): Promise<Throttle> {
  if (found.email !== null) return slowThrottle('answers', 'by link', found.userId ?? nobody);
  const foldedId = foldOneKeyId(account?.oneKeyId ?? oneKeyId);
  const known = await knownToken({ foldedId }, deviceToken);
  if (known) return slowThrottle('answers', foldedId, known);
  const crowd = crowdOf(
    { secret: 'answers', of: foldedId, free: FREE_IN_CROWD.answers },
    { actor, userId: account?.id, now },
  );
  return slowThrottle('answers', foldedId, networksOf(actor)[0] ?? '', crowd);
}

/**
 * Checks the three answers together and spends one attempt. It never says which answer was wrong.
 * @returns the token for choosing a new password, or how many attempts are left (0: the recovery is over)
 * @throws MustWait after many wrong answers from the same browser or network, or of many strangers in a day; the
 *   attempt is then not spent
 */
export async function checkAnswers(
  actor: Actor,
  token: string,
  answers: readonly string[],
  now: Date,
  from: From = {},
): Promise<{ newPasswordToken: string } | { attemptsLeft: number }> {
  const found = await findToken(db(), 'recovery-answers', token, now);
  if (!found) return { attemptsLeft: 0 };
  const account = await accountOf(db(), found);
  const userId = account?.id ?? nobody;
  const subject = account?.id ?? 'unknown';
  const [chosen] = await db().select().from(securityAnswers).where(eq(securityAnswers.userId, userId));
  const throttle = await throttleFor(actor, { found, account }, from, now);
  const result = await throttled(throttle, async () => {
    if (!(await spendAttempt(db(), found.id))) return 'over';
    return (await verifyAnswers(chosen?.answersHash, answers.map(normaliseAnswer))) ? 'right' : 'wrong';
  });
  if (result === 'over') return { attemptsLeft: 0 };
  if (result === 'wrong') {
    await record(db(), actor, { action: answering, subject, outcome: 'refused' }, now);
    return { attemptsLeft: found.attemptsLeft - 1 };
  }
  // Answers are known only here, so that a new pepper takes them over here.
  const answersHash = isPepperRotating() ? await hashAnswers(answers.map(normaliseAnswer)) : undefined;
  return db().transaction(async (tx) => {
    if (!(await redeemToken(tx, found.id, now))) return { attemptsLeft: 0 };
    await clearThrottles(tx, [throttle]);
    if (answersHash)
      await tx.update(securityAnswers).set({ answersHash }).where(eq(securityAnswers.userId, userId));
    await record(tx, actor, { action: answering, subject }, now);
    const expiresAt = addMinutes(now, recoveryMinutes);
    return { newPasswordToken: await issueToken(tx, 'new-password', expiresAt, { userId }) };
  });
}
