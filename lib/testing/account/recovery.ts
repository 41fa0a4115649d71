import { beginRecovery } from '@/lib/data/recovery/recovery';
import { checkAnswers } from '@/lib/data/recovery/recovery-answers';
import { answers, now, visitor } from '@/lib/testing/account/accounts';
import { tokenLetter, tokenTo } from '@/lib/testing/account/letters';

/** Begins a recovery for tests. @returns the token to go on with at once */
export const begun = (oneKeyId: string, at = now) => beginRecovery(visitor, oneKeyId, tokenLetter, at);

/** The token of the link that was sent to an address. */
export async function linked(oneKeyId: string, email: string): Promise<string> {
  await begun(oneKeyId);
  return tokenTo(email, 'password-link');
}

/** The token for a new password, by the right answers. */
export async function answered(oneKeyId: string): Promise<string> {
  const result = await checkAnswers(visitor, await begun(oneKeyId), answers, now);
  if (!('newPasswordToken' in result)) throw new Error('the answers were refused');
  return result.newPasswordToken;
}
