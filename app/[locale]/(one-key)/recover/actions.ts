'use server';

import { passwordLetter } from '@/app/[locale]/letters';
import { Refused } from '@/lib/data/errors';
import { mailOneKeyIds } from '@/lib/data/forgotten-ids';
import { beginRecovery, checkAnswers as check, choosePassword as choose } from '@/lib/data/recovery';
import { foldOneKeyId, newPasswordForm } from '@/lib/domain/account';
import { foldEmail } from '@/lib/domain/email';
import { answersForm, forgottenIdForm, forgottenPasswordForm, troubleForm } from '@/lib/domain/recovery';
import { env } from '@/lib/env';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderOneKeyIds } from '@/lib/mail/one-key-ids';
import { renderPasswordChanged } from '@/lib/mail/password-changed';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { whoseTry } from '@/lib/web/device-cookie';
import { keepLimit } from '@/lib/web/limit';
import { getPathname, type Href } from '@/lib/web/navigation';
import { forgetAttempt, keepAttempt, keptAttempt } from '@/lib/web/recovery-cookie';

const pages = { id: '/recover/id', password: '/recover/password', both: '/recover/both' } as const;

export const chooseTrouble = action(
  { role: 'anonymous', input: troubleForm, limit: 'recover' },
  async ({ input }) => redirectTo(pages[input.trouble]),
);

/** Mails the forgotten IDs and says the same whether or not there are any; `then` is where it is said. */
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

/** The password is forgotten too: the page that says so leads on to it. */
export const sendIdsAndGoOn = sendIdsThen({ pathname: '/recover/sent', query: { next: 'password' } });

/** Mails the link where a verified address is on file, and goes on to the same page for every ID. */
export const begin = action(
  { role: 'anonymous', input: forgottenPasswordForm, limit: 'recover' },
  async ({ actor, input: { oneKeyId }, now, locale }) => {
    await keepLimit('recover-one', await whoseTry(foldOneKeyId(oneKeyId)));
    const token = await beginRecovery(actor, oneKeyId, passwordLetter(locale), now);
    wakeWorker();
    await keepAttempt({ token, oneKeyId });
    return redirectTo('/recover/answers');
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
    try {
      if (!attempt || !(await choose(actor, attempt.token, password, notice, now))) {
        return redirectTo('/recover/new-password');
      }
    } catch (error) {
      if (error instanceof Refused) return refuse({ password: error.key });
      throw error;
    }
    await forgetAttempt();
    wakeWorker();
    return redirectTo({ pathname: '/sign-in', query: { changed: '1' } });
  },
);
