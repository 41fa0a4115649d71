'use server';

import { z } from 'zod';
import { passkeyAnswer } from '@/app/[locale]/(one-key)/factors';
import { signInByPasskey } from '@/lib/data/sign-in/factors';
import { signInForm } from '@/lib/domain/account/account';
import { passkeyForm } from '@/lib/domain/sign-in/second-step';
import { action } from '@/lib/web/action/action';
import { redirectBack, redirectTo, refuse } from '@/lib/web/action/outcome';
import { deviceCookie } from '@/lib/web/cookies/cookies';
import { nextPath } from '@/lib/web/routes/next-path';
import { adoptSession, openSession } from '@/lib/web/session/open-session';

const input = signInForm.extend({ next: z.string().optional() });

/** Signs in and returns to the page where the person was, or goes to All Services from A to Z. */
export const signIn = action({ role: 'anonymous', input, limit: 'counts-itself' }, async ({ input }) => {
  if (!(await openSession(input.oneKeyId, input.password))) return refuse('signInFailed');
  const next = nextPath(input.next);
  return next ? redirectBack(next) : redirectTo('/services');
});

/** Signs in by a passkey alone, which counts as both factors. */
export const signInWithPasskey = action(
  { role: 'anonymous', input: passkeyForm, limit: 'factor' },
  async ({ actor, input, now }) => {
    const device = await deviceCookie.get();
    const opened = await signInByPasskey(actor, await passkeyAnswer(input), now, device);
    if (!opened) return refuse({ passkeyResponse: 'passkeyFailed' });
    await adoptSession(opened);
    const next = nextPath(input.next);
    return next ? redirectBack(next) : redirectTo('/services');
  },
);
