'use server';

import {
  beginRecovery,
  checkAnswers as check,
  choosePassword as choose,
  mailOneKeyIds,
  recoveryMinutes,
} from '@/lib/data/recovery';
import { foldOneKeyId, newPasswordForm } from '@/lib/domain/account';
import { foldEmail } from '@/lib/domain/email';
import { answersForm, forgottenIdForm, forgottenPasswordForm, troubleForm } from '@/lib/domain/recovery';
import { env } from '@/lib/env';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderOneKeyIds } from '@/lib/mail/one-key-ids';
import { renderPasswordChanged } from '@/lib/mail/password-changed';
import { renderPasswordLink } from '@/lib/mail/password-link';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { whoseTry } from '@/lib/web/device-cookie';
import { keepLimit } from '@/lib/web/limit';
import { getPathname } from '@/lib/web/navigation';
import { forgetAttempt, keepAttempt, keptAttempt } from '@/lib/web/recovery-cookie';

const pages = { id: '/recover/id', password: '/recover/password', both: '/recover/both' } as const;

export const chooseTrouble = action(
  { role: 'anonymous', input: troubleForm, limit: 'recover' },
  async ({ input }) => redirectTo(pages[input.trouble]),
);

/** Mails the forgotten IDs; says the same whether or not there are any. */
export const sendIds = action(
  { role: 'anonymous', input: forgottenIdForm, limit: 'recover' },
  async ({ actor, input, now, locale }) => {
    await keepLimit('recover-one', foldEmail(input.email));
    const signInUrl = env.PUBLIC_ORIGIN + getPathname({ href: '/sign-in', locale });
    await mailOneKeyIds(actor, input.email, (ids) => renderOneKeyIds({ ids, signInUrl }, locale), now);
    wakeWorker();
    return redirectTo('/recover/sent');
  },
);

/** Mails the link to the questions or, where no e-mail address is on file, goes on to them. */
export const begin = action(
  { role: 'anonymous', input: forgottenPasswordForm, limit: 'recover' },
  async ({ actor, input: { oneKeyId }, now, locale }) => {
    await keepLimit('recover-one', await whoseTry(foldOneKeyId(oneKeyId)));
    const link = (token: string) => `${env.PUBLIC_ORIGIN}/api/recover/${token}?locale=${locale}`;
    const render = (token: string) =>
      renderPasswordLink({ url: link(token), minutes: recoveryMinutes }, locale);
    const token = await beginRecovery(actor, oneKeyId, render, now);
    if (token) {
      await keepAttempt({ token, oneKeyId });
      return redirectTo('/recover/answers');
    }
    wakeWorker();
    return redirectTo('/recover/sent');
  },
);

export const checkAnswers = action(
  { role: 'anonymous', input: answersForm, limit: 'recover' },
  async ({ actor, input: { answer1, answer2, answer3 }, now }) => {
    const attempt = await keptAttempt();
    const result = attempt && (await check(actor, attempt.token, [answer1, answer2, answer3], now));
    if (!result || ('triesLeft' in result && result.triesLeft === 0)) return redirectTo('/recover/answers');
    if ('triesLeft' in result) return refuse('answersWrong');
    await keepAttempt({ token: result.newPasswordToken, oneKeyId: '' });
    return redirectTo('/recover/new-password');
  },
);

export const choosePassword = action(
  { role: 'anonymous', input: newPasswordForm, limit: 'recover' },
  async ({ actor, input: { password }, now, locale }) => {
    const attempt = await keptAttempt();
    const notice = await renderPasswordChanged({ at: now }, locale);
    if (!attempt || !(await choose(actor, attempt.token, password, notice, now))) {
      return redirectTo('/recover/new-password');
    }
    await forgetAttempt();
    wakeWorker();
    return redirectTo({ pathname: '/sign-in', query: { changed: '1' } });
  },
);
