'use server';

import { Refused } from '@/lib/data/errors';
import { changePassword, changeRecoveryEmail, changeSecurityAnswers } from '@/lib/data/recovery-info';
import { changeEmailForm, changePasswordForm, changeQuestionsForm } from '@/lib/domain/recovery';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderPasswordChanged } from '@/lib/mail/password-changed';
import { action, redirectTo, refuse } from '@/lib/web/action';

/** Which field a refusal of the data belongs to. */
const fieldOf: Record<string, string> = {
  currentPasswordWrong: 'currentPassword',
  passwordIsOneKeyId: 'password',
};

async function saved(changed: 'email' | 'questions' | 'password', change: Promise<void>) {
  try {
    await change;
  } catch (error) {
    const field = error instanceof Refused && fieldOf[error.key];
    if (!field) throw error;
    return refuse({ [field]: error.key });
  }
  return redirectTo({ pathname: '/recovery-info', query: { changed } });
}

export const saveEmail = action(
  { role: 'user', input: changeEmailForm, limit: 'recover' },
  ({ actor, input, now }) =>
    saved('email', changeRecoveryEmail(actor, input.currentPassword, input.email, now)),
);

export const saveQuestions = action(
  { role: 'user', input: changeQuestionsForm, limit: 'recover' },
  ({ actor, input, now }) => {
    const { currentPassword, question1, question2, question3, answer1, answer2, answer3 } = input;
    const chosen = {
      questions: [question1, question2, question3],
      answers: [answer1, answer2, answer3],
    } as const;
    return saved('questions', changeSecurityAnswers(actor, currentPassword, chosen, now));
  },
);

export const savePassword = action(
  { role: 'user', input: changePasswordForm, limit: 'recover' },
  async ({ actor, input: { currentPassword, password }, now, locale }) => {
    const notice = await renderPasswordChanged({ at: now }, locale);
    const outcome = await saved(
      'password',
      changePassword(actor, currentPassword, { password, notice }, now),
    );
    wakeWorker();
    return outcome;
  },
);
