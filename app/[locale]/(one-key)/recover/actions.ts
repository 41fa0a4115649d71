'use server';

import { passwordLetter } from '@/app/[locale]/letters';
import { Refused } from '@/lib/data/access/errors';
import { choosePassword as choose } from '@/lib/data/account/passwords';
import { mailOneKeyIds } from '@/lib/data/account/recoverable-accounts';
import { redeemInPersonCode } from '@/lib/data/recovery/in-person-codes';
import { beginRecovery } from '@/lib/data/recovery/recovery';
import { checkAnswers as check } from '@/lib/data/recovery/recovery-answers';
import { newPasswordForm } from '@/lib/domain/account/account';
import { inPersonCodeForm } from '@/lib/domain/account/in-person';
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
import { action } from '@/lib/web/action/action';
import { keepLimit } from '@/lib/web/action/limit';
import { redirectTo, refuse } from '@/lib/web/action/outcome';
import { deviceCookie, recoveryCookie } from '@/lib/web/cookies/cookies';
import { getPathname, type Href } from '@/lib/web/routes/navigation';
import { visitorKeys, visitorKeysFor } from '@/lib/web/session/visitor';

const pages = { id: '/recover/id', password: '/recover/password', both: '/recover/both' } as const;

export const chooseTrouble = action(
  { role: 'anonymous', input: troubleForm, limit: 'recover' },
  async ({ input }) => redirectTo(pages[input.trouble]),
);

/** The keys of requests about one ID or e-mail address. Each visitor has a count of their own for it. */
const about = (subject: string, visitor: string[]) => visitor.map((key) => `${subject} ${key}`);

/** Mails the forgotten IDs. The page `then` looks the same whether or not there are any. */
const sendIdsThen = (then: Href) =>
  action(
    { role: 'anonymous', input: forgottenIdForm, limit: 'recover' },
    async ({ actor, input, now, locale }) => {
      await keepLimit('recover-one', about(foldEmail(input.email), await visitorKeys()));
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
  { role: 'anonymous', input: forgottenPasswordForm, limit: 'counts-itself' },
  async ({ actor, input: { oneKeyId }, now, locale }) => {
    const keys = await visitorKeysFor(foldOneKeyId(oneKeyId));
    await keepLimit('recover', keys);
    await keepLimit('recover-one', about(foldOneKeyId(oneKeyId), keys));
    const token = await beginRecovery(actor, oneKeyId, passwordLetter(locale), now);
    wakeWorker();
    await recoveryCookie.set({ token, oneKeyId });
    return redirectTo('/recover/answers');
  },
);

/** For a person to whom two members of the court's staff gave a code in person. */
export const enterCode = action(
  { role: 'anonymous', input: inPersonCodeForm, limit: 'recover' },
  async ({ actor, input, now }) => {
    await keepLimit('recover-one', about(foldOneKeyId(input.oneKeyId), await visitorKeys()));
    const token = await redeemInPersonCode(actor, input, now);
    if (!token) return refuse({ firstHalf: 'inPersonCodeWrong' });
    await recoveryCookie.set({ token, oneKeyId: '' });
    return redirectTo('/recover/new-password');
  },
);

/** The recovery of this browser. Its requests are counted as those about its ID. */
async function recoveryAttempt() {
  const attempt = await recoveryCookie.get();
  await keepLimit('recover', await visitorKeysFor(foldOneKeyId(attempt?.oneKeyId ?? '')));
  return attempt;
}

export const checkAnswers = action(
  { role: 'anonymous', input: answersForm, limit: 'counts-itself' },
  async ({ actor, input: { answer1, answer2, answer3 }, now }) => {
    const attempt = await recoveryAttempt();
    const from = { oneKeyId: attempt?.oneKeyId ?? '', deviceToken: await deviceCookie.get() };
    const result = attempt && (await check(actor, attempt.token, [answer1, answer2, answer3], now, from));
    if (!result || ('attemptsLeft' in result && result.attemptsLeft === 0))
      return redirectTo('/recover/answers');
    if ('attemptsLeft' in result) return refuse('answersWrong');
    await recoveryCookie.set({ ...attempt, token: result.newPasswordToken });
    return redirectTo('/recover/new-password');
  },
);

export const choosePassword = action(
  { role: 'anonymous', input: newPasswordForm, limit: 'counts-itself' },
  async ({ actor, input: { password }, now, locale }) => {
    const attempt = await recoveryAttempt();
    const device = await deviceCookie.get();
    const notice = await renderPasswordChanged({ at: now }, locale);
    try {
      if (!attempt || !(await choose(actor, attempt.token, password, notice, now, device))) {
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
