'use server';

import { afterFactor, codeFactor, passkeyAnswer, recoveryCodeFactor } from '@/app/[locale]/(one-key)/factors';
import { confirmByPassword } from '@/lib/data/sign-in/confirmation';
import { confirmIdentity, type Factor } from '@/lib/data/sign-in/factors';
import type { UserActor } from '@/lib/domain/access/access';
import { confirmPasswordForm } from '@/lib/domain/account/recovery';
import { oneTimeCodeForm, passkeyForm, recoveryCodeForm } from '@/lib/domain/sign-in/second-step';
import { action } from '@/lib/web/action/action';
import { redirectBack, redirectTo } from '@/lib/web/action/outcome';
import { nextPath } from '@/lib/web/routes/next-path';
import { adoptSession } from '@/lib/web/session/open-session';

/** Receives a repeated factor. The session goes on under a new id. */
async function confirm(actor: UserActor, factor: Factor, next: string | undefined, now: Date) {
  return afterFactor(await confirmIdentity(actor, factor, now), factor, next);
}

export const confirmCode = action(
  { role: 'user', input: oneTimeCodeForm, limit: 'factor' },
  ({ actor, input, now }) => confirm(actor, codeFactor(input), input.next, now),
);

export const confirmRecoveryCode = action(
  { role: 'user', input: recoveryCodeForm, limit: 'factor' },
  async ({ actor, input, now, locale }) =>
    confirm(actor, await recoveryCodeFactor(input, { now, locale }), input.next, now),
);

export const confirmPasskey = action(
  { role: 'user', input: passkeyForm, limit: 'factor' },
  async ({ actor, input, now }) =>
    confirm(actor, { kind: 'passkey', answer: await passkeyAnswer(input) }, input.next, now),
);

/** Receives the repeated password, for an account without a second step. */
export const confirmPassword = action(
  { role: 'user', input: confirmPasswordForm, limit: 'recover' },
  async ({ actor, input: { currentPassword, next }, now }) => {
    await adoptSession(await confirmByPassword(actor, currentPassword, now));
    const path = nextPath(next);
    return path ? redirectBack(path) : redirectTo('/services');
  },
);
