'use server';

import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { Change } from '@/app/[locale]/(one-key)/two-step/changes';
import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from '@/lib/data/authenticators';
import { Refused } from '@/lib/data/errors';
import { addPasskey, removePasskey } from '@/lib/data/passkeys';
import { makeRecoveryCodes } from '@/lib/data/recovery-codes';
import type { Gained } from '@/lib/data/second-step-changes';
import { newPasskeyForm, oneTimeCodeForm } from '@/lib/domain/second-step';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountChanged } from '@/lib/mail/account-changed';
import { action, redirectBack, redirectTo, refuse } from '@/lib/web/action';
import { forgetCodes, keepCodes, keptCodes } from '@/lib/web/codes-cookie';
import { nextPath } from '@/lib/web/next-path';
import { adoptSession } from '@/lib/web/open-session';
import { takeChallenge } from '@/lib/web/passkey-cookie';
import { forgetSetup, keepSetup, keptSetup } from '@/lib/web/setup-cookie';
import { visitor } from '@/lib/web/visitor';

const limit = 'recover';
const nothing = z.object({ next: z.string().optional() });

const saved = (changed: Change) => redirectTo({ pathname: '/two-step', query: { changed } });

/** Goes on in the session that followed: to the recovery codes where there are new ones, or back. */
async function afterGain(gained: Gained, changed: Change, next: string | undefined) {
  await adoptSession(gained);
  wakeWorker();
  const { userId, recoveryCodes: codes } = gained;
  if (codes) {
    await keepCodes({ userId, codes, next });
    return redirectTo('/two-step/recovery-codes');
  }
  return next ? redirectBack(next) : saved(changed);
}

/** Begins to set an authenticator app up. */
export const begin = action({ role: 'user', input: nothing, limit }, async ({ actor, input, now }) => {
  await keepSetup({ setup: await beginAuthenticator(actor, now), next: nextPath(input.next) });
  return redirectTo('/two-step/authenticator');
});

/** A wrong code belongs to its field. */
function nullWhereWrong(error: unknown): null {
  if (error instanceof Refused && error.key === 'oneTimeCodeWrong') return null;
  throw error;
}

/** Keeps the authenticator app once its first code is right. */
export const finish = action(
  { role: 'user', input: oneTimeCodeForm, limit },
  async ({ actor, input, now, locale }) => {
    const { setup, next } = (await keptSetup()) ?? { setup: '' };
    const notice = await renderAccountChanged('authenticator-added', now, locale);
    const given = { setup, code: input.oneTimeCode, notice };
    const gained = await confirmAuthenticator(actor, given, now).catch(nullWhereWrong);
    if (!gained) return refuse({ oneTimeCode: 'oneTimeCodeWrong' });
    await forgetSetup();
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

/** Keeps a passkey that this browser made in answer to the challenge that it was given. */
export const keepPasskey = action(
  { role: 'user', input: newPasskeyForm, limit },
  async ({ actor, input, now, locale }) => {
    const notice = await renderAccountChanged('passkey-added', now, locale);
    // Its shape is whatever was sent: the library examines it before it looks at the signature.
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

/** Makes new recovery codes in the place of the old ones. */
export const makeCodes = action({ role: 'user', input: nothing, limit }, async ({ actor, now, locale }) => {
  const notice = await renderAccountChanged('codes-made', now, locale);
  const codes = await makeRecoveryCodes(actor, notice, now);
  wakeWorker();
  await keepCodes({ userId: actor.userId, codes });
  return redirectTo('/two-step/recovery-codes');
});

/** The codes are on paper: nothing shows them any longer. */
export const haveKeptCodes = action({ role: 'user', input: z.object({}), limit }, async () => {
  const next = nextPath((await keptCodes())?.next);
  await forgetCodes();
  return next ? redirectBack(next) : redirectTo('/two-step');
});
