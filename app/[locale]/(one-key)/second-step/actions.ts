'use server';

import { afterFactor, codeFactor, passkeyAnswer, recoveryCodeFactor } from '@/app/[locale]/(one-key)/factors';
import { type Factor, giveSecondStep } from '@/lib/data/sign-in/factors';
import type { Actor } from '@/lib/domain/access/access';
import { oneTimeCodeForm, passkeyForm, recoveryCodeForm } from '@/lib/domain/sign-in/second-step';
import { action } from '@/lib/web/action/action';
import { deviceCookie } from '@/lib/web/cookies/cookies';
import { pendingSession } from '@/lib/web/session/session';

/**
 * The second step of signing in, for a person who gave the right password in this session. The data counts: a session
 * takes five wrong factors, and nobody without one is asked for any.
 */
async function give(actor: Actor, factor: Factor, next: string | undefined, now: Date) {
  const pending = await pendingSession();
  const device = await deviceCookie.get();
  const given = pending ? await giveSecondStep(actor, pending, factor, now, device) : 'over';
  return afterFactor(given, factor, next);
}

export const giveCode = action(
  { role: 'anonymous', input: oneTimeCodeForm, limit: 'counts-itself' },
  ({ actor, input, now }) => give(actor, codeFactor(input), input.next, now),
);

export const giveRecoveryCode = action(
  { role: 'anonymous', input: recoveryCodeForm, limit: 'counts-itself' },
  async ({ actor, input, now, locale }) =>
    give(actor, await recoveryCodeFactor(input, { now, locale }), input.next, now),
);

export const givePasskey = action(
  { role: 'anonymous', input: passkeyForm, limit: 'counts-itself' },
  async ({ actor, input, now }) =>
    give(actor, { kind: 'passkey', answer: await passkeyAnswer(input) }, input.next, now),
);
