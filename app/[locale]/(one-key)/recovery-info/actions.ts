'use server';

import { z } from 'zod';
import { confirmLetter, mayMailLink } from '@/app/[locale]/letters';
import { askAgain, findUnconfirmed } from '@/lib/data/email-confirmation';
import { Refused } from '@/lib/data/errors';
import { changePassword, changeRecoveryEmail, changeSecurityAnswers } from '@/lib/data/recovery-info';
import { changeEmailForm, changePasswordForm, changeQuestionsForm } from '@/lib/domain/recovery';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderPasswordChanged } from '@/lib/mail/password-changed';
import { renderRecoveryInfoChanged } from '@/lib/mail/recovery-info-changed';
import { action, done, redirectTo, refuse } from '@/lib/web/action';

/** Which field a refusal of the data belongs to. */
const fieldOf: Record<string, string> = {
  currentPasswordWrong: 'currentPassword',
  passwordHoldsOneKeyId: 'password',
  passwordHoldsName: 'password',
};

async function saved(changed: 'email' | 'questions' | 'password', change: Promise<void>) {
  try {
    await change;
    wakeWorker();
  } catch (error) {
    const field = error instanceof Refused && fieldOf[error.key];
    if (!field) throw error;
    return refuse({ [field]: error.key });
  }
  return redirectTo({ pathname: '/recovery-info', query: { changed } });
}

export const saveEmail = action(
  { role: 'user', input: changeEmailForm, limit: 'recover' },
  async ({ actor, input: { currentPassword, email }, now, locale }) => {
    if (email && !(await mayMailLink(email))) return refuse('tooManyTries');
    const notice = await renderRecoveryInfoChanged({ what: 'email', at: now }, locale);
    const change = { address: email, letter: confirmLetter(locale), notice };
    return saved('email', changeRecoveryEmail(actor, currentPassword, change, now));
  },
);

/** Sends the link again to the address that waits for it. */
export const sendLinkAgain = action(
  { role: 'user', input: z.object({}), limit: 'recover' },
  async ({ actor, now, locale }) => {
    const address = await findUnconfirmed(actor, 'recovery');
    if (address && !(await mayMailLink(address))) return refuse('tooManyTries');
    await askAgain(actor, 'recovery', confirmLetter(locale), now);
    wakeWorker();
    return done();
  },
);

export const saveQuestions = action(
  { role: 'user', input: changeQuestionsForm, limit: 'recover' },
  async ({ actor, input, now, locale }) => {
    const { currentPassword, question1, question2, question3, answer1, answer2, answer3 } = input;
    const chosen = {
      questions: [question1, question2, question3],
      answers: [answer1, answer2, answer3],
    } as const;
    const notice = await renderRecoveryInfoChanged({ what: 'questions', at: now }, locale);
    return saved('questions', changeSecurityAnswers(actor, currentPassword, chosen, notice, now));
  },
);

export const savePassword = action(
  { role: 'user', input: changePasswordForm, limit: 'recover' },
  async ({ actor, input: { currentPassword, password }, now, locale }) => {
    const notice = await renderPasswordChanged({ at: now }, locale);
    return saved('password', changePassword(actor, currentPassword, { password, notice }, now));
  },
);
