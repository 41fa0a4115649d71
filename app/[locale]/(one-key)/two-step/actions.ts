'use server';

import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { Change } from '@/app/[locale]/(one-key)/two-step/changes';
import { Refused } from '@/lib/data/access/errors';
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
} from '@/lib/data/sign-in/authenticators';
import { addPasskey, removePasskey } from '@/lib/data/sign-in/passkeys';
import type { Gained } from '@/lib/data/sign-in/second-step-changes';
import { makeRecoveryCodes } from '@/lib/data/sign-in/second-step-changes';
import { newPasskeyForm, oneTimeCodeForm } from '@/lib/domain/sign-in/second-step';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';
import { action } from '@/lib/web/action/action';
import { redirectBack, redirectTo, refuse } from '@/lib/web/action/outcome';
import { codesCookie, setupCookie, takeChallenge } from '@/lib/web/cookies/cookies';
import { nextPath } from '@/lib/web/routes/next-path';
import { adoptSession } from '@/lib/web/session/open-session';
import { visitor } from '@/lib/web/session/visitor';

const limit = 'recover';
const nothing = z.object({ next: z.string().optional() });

const saved = (changed: Change) => redirectTo({ pathname: '/two-step', query: { changed } });

/** Goes on in the renewed session: to the recovery codes if there are new ones, else back. */
async function afterGain(gained: Gained, changed: Change, next: string | undefined) {
  await adoptSession(gained);
  wakeWorker();
  const { userId, recoveryCodes: codes } = gained;
  if (codes) {
    await codesCookie.set({ userId, codes, next });
    return redirectTo('/two-step/recovery-codes');
  }
  return next ? redirectBack(next) : saved(changed);
}

/** Begins to set up an authenticator app. */
export const begin = action({ role: 'user', input: nothing, limit }, async ({ actor, input, now }) => {
  await setupCookie.set({ setup: await beginAuthenticator(actor, now), next: nextPath(input.next) });
  return redirectTo('/two-step/authenticator');
});

/** Null for a wrong code, because its message belongs to a field. */
function nullWhereWrong(error: unknown): null {
  if (error instanceof Refused && error.key === 'oneTimeCodeWrong') return null;
  throw error;
}

/** Stores the authenticator app once its first code is right. */
export const finish = action(
  { role: 'user', input: oneTimeCodeForm, limit },
  async ({ actor, input, now, locale }) => {
    const { setup, next } = (await setupCookie.get()) ?? { setup: '' };
    const notice = await renderAccountChanged('authenticator-added', now, locale);
    const given = { setup, code: input.oneTimeCode, notice };
    const gained = await confirmAuthenticator(actor, given, now).catch(nullWhereWrong);
    if (!gained) return refuse({ oneTimeCode: 'oneTimeCodeWrong' });
    await setupCookie.clear();
    return afterGain(gained, 'authenticator', next);
  },
);

export const dropAuthenticator = action(
  { role: 'user', input: nothing, limit },
  async ({ actor, now, locale }) => {
    await removeAuthenticator(actor, await renderAccountChanged('authenticator-removed', now, locale), now);
    wakeWorker();
    return saved('authenticator-removed');
  },
);

/** Stores a passkey that this browser made in answer to its challenge. */
export const keepPasskey = action(
  { role: 'user', input: newPasskeyForm, limit },
  async ({ actor, input, now, locale }) => {
    const notice = await renderAccountChanged('passkey-added', now, locale);
    // The type is the sender's claim. The library checks the shape before the signature.
    const response = input.passkeyResponse as unknown as RegistrationResponseJSON;
    const answer = { challenge: await takeChallenge(), response };
    const { device } = await visitor();
    const name = input.name || device || (await getTranslations('addPasskey'))('unnamed');
    const gained = await addPasskey(actor, { name, answer, notice }, now);
    return afterGain(gained, 'passkey', nextPath(input.next));
  },
);

export const dropPasskey = action(
  { role: 'user', input: z.object({ passkey: z.uuid() }), limit },
  async ({ actor, input: { passkey }, now, locale }) => {
    await removePasskey(actor, passkey, await renderAccountChanged('passkey-removed', now, locale), now);
    wakeWorker();
    return saved('passkey-removed');
  },
);

/** Replaces the old recovery codes by new ones. */
export const makeCodes = action({ role: 'user', input: nothing, limit }, async ({ actor, now, locale }) => {
  const notice = await renderAccountChanged('codes-made', now, locale);
  const codes = await makeRecoveryCodes(actor, notice, now);
  wakeWorker();
  await codesCookie.set({ userId: actor.userId, codes });
  return redirectTo('/two-step/recovery-codes');
});

/** The owner has saved the codes, so no page shows them any more. */
export const haveSavedCodes = action({ role: 'user', input: z.object({}), limit }, async () => {
  const next = nextPath((await codesCookie.get())?.next);
  await codesCookie.clear();
  return next ? redirectBack(next) : redirectTo('/two-step');
});
