'use server';

import { passwordLetter } from '@/app/[locale]/letters';
import { Refused } from '@/lib/data/access/errors';
import { mailOneKeyIds } from '@/lib/data/account/recoverable-accounts';
import { beginRecovery, checkAnswers as check, choosePassword as choose } from '@/lib/data/account/recovery';
import { newPasswordForm } from '@/lib/domain/account/account';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';
import {
  answersForm,
  forgottenIdForm,
  forgottenPasswordForm,
  troubleForm,
} from '@/lib/domain/account/recovery';
import { foldEmail } from '@/lib/domain/contact/email';
import { env } from '@/lib/env';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderOneKeyIds } from '@/lib/mail/account/one-key-ids';
import { renderPasswordChanged } from '@/lib/mail/account/password-changed';
import { action, redirectTo, refuse } from '@/lib/web/action/action';
import { keepLimit } from '@/lib/web/action/limit';
import { recoveryCookie } from '@/lib/web/cookies/cookies';
import { getPathname, type Href } from '@/lib/web/routes/navigation';
import { throttleKey } from '@/lib/web/session/visitor';

const pages = { id: '/recover/id', password: '/recover/password', both: '/recover/both' } as const;

export const chooseTrouble = action(
  { role: 'anonymous', input: troubleForm, limit: 'recover' },
  async ({ input }) => redirectTo(pages[input.trouble]),
);

/** Mails the forgotten IDs. The page `then` looks the same whether or not there are any. */
const sendIdsThen = (then: Href) =>
  action(
    { role: 'anonymous', input: forgottenIdForm, limit: 'recover' },
    async ({ actor, input, now, locale }) => {
      await keepLimit('recover-one', foldEmail(input.email));
      const signInUrl = env.PUBLIC_ORIGIN + getPathname({ href: '/sign-in', locale });
      await mailOneKeyIds(actor, input.email, (ids) => renderOneKeyIds({ ids, signInUrl }, locale), now);
      wakeWorker();
      return redirectTo(then);
    },
  );

export const sendIds = sendIdsThen('/recover/sent');

/** For a person who has also forgotten the password: the next page leads on to recovering it. */
export const sendIdsAndGoOn = sendIdsThen({ pathname: '/recover/sent', query: { next: 'password' } });

/** Mails the link if a verified e-mail address is on file. Every ID leads to the same page. */
export const begin = action(
  { role: 'anonymous', input: forgottenPasswordForm, limit: 'recover' },
  async ({ actor, input: { oneKeyId }, now, locale }) => {
    await keepLimit('recover-one', await throttleKey(foldOneKeyId(oneKeyId)));
    const token = await beginRecovery(actor, oneKeyId, passwordLetter(locale), now);
    wakeWorker();
    await recoveryCookie.set({ token, oneKeyId });
    return redirectTo('/recover/answers');
  },
);

export const checkAnswers = action(
  { role: 'anonymous', input: answersForm, limit: 'recover' },
  async ({ actor, input: { answer1, answer2, answer3 }, now }) => {
    const attempt = await recoveryCookie.get();
    const result = attempt && (await check(actor, attempt.token, [answer1, answer2, answer3], now));
    if (!result || ('attemptsLeft' in result && result.attemptsLeft === 0))
      return redirectTo('/recover/answers');
    if ('attemptsLeft' in result) return refuse('answersWrong');
    await recoveryCookie.set({ token: result.newPasswordToken, oneKeyId: '' });
    return redirectTo('/recover/new-password');
  },
);

export const choosePassword = action(
  { role: 'anonymous', input: newPasswordForm, limit: 'recover' },
  async ({ actor, input: { password }, now, locale }) => {
    const attempt = await recoveryCookie.get();
    const notice = await renderPasswordChanged({ at: now }, locale);
    try {
      if (!attempt || !(await choose(actor, attempt.token, password, notice, now))) {
        return redirectTo('/recover/new-password');
      }
    } catch (error) {
      if (error instanceof Refused) return refuse({ password: error.key });
      throw error;
    }
    await recoveryCookie.clear();
    wakeWorker();
    return redirectTo({ pathname: '/sign-in', query: { changed: '1' } });
  },
);
