'use server';

import { z } from 'zod';
import { confirmLetter, emailChangedLetter, mayMailLink } from '@/app/[locale]/letters';
import { Refused } from '@/lib/data/access/errors';
import { askAgain, findUnconfirmed } from '@/lib/data/account/email-confirmation';
import { changePassword } from '@/lib/data/account/passwords';
import { changeRecoveryEmail, changeSecurityAnswers } from '@/lib/data/recovery/recovery-info';
import { changeEmailForm, changePasswordForm, changeQuestionsForm } from '@/lib/domain/account/recovery';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderPasswordChanged } from '@/lib/mail/account/password-changed';
import { renderRecoveryInfoChanged } from '@/lib/mail/account/recovery-info-changed';
import { action } from '@/lib/web/action/action';
import { done, redirectTo, refuse } from '@/lib/web/action/outcome';

/** The field that shows each refusal of the data functions. */
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
    const notice = emailChangedLetter('email', now, locale);
    const change = { email, letter: confirmLetter(locale), notice };
    return saved('email', changeRecoveryEmail(actor, currentPassword, change, now));
  },
);

/** Sends the link again to the unconfirmed e-mail address. */
export const sendLinkAgain = action(
  { role: 'user', input: z.object({}), limit: 'recover' },
  async ({ actor, now, locale }) => {
    const email = await findUnconfirmed(actor, 'recovery');
    if (email && !(await mayMailLink(email))) return refuse('tooManyTries');
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
