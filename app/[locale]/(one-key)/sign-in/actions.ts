'use server';

import { z } from 'zod';
import { passkeyAnswer } from '@/app/[locale]/(one-key)/factors';
import { signInByPasskey } from '@/lib/data/passkey-answers';
import { signInForm } from '@/lib/domain/account';
import { passkeyForm } from '@/lib/domain/second-step';
import { action, redirectBack, redirectTo, refuse } from '@/lib/web/action';
import { nextPath } from '@/lib/web/next-path';
import { adoptSession, openSession } from '@/lib/web/open-session';

const input = signInForm.extend({ next: z.string().optional() });

/** Signs in and goes back to where the person was, or on to All Services from A to Z. */
export const signIn = action({ role: 'anonymous', input, limit: 'counts-itself' }, async ({ input }) => {
  if (!(await openSession(input.oneKeyId, input.password))) return refuse('signInFailed');
  const next = nextPath(input.next);
  return next ? redirectBack(next) : redirectTo('/services');
});

/** Signs in by a passkey alone, which is both factors. */
export const signInWithPasskey = action(
  { role: 'anonymous', input: passkeyForm, limit: 'factor' },
  async ({ actor, input, now }) => {
    const opened = await signInByPasskey(actor, await passkeyAnswer(input), now);
    if (!opened) return refuse({ passkeyResponse: 'passkeyFailed' });
    await adoptSession(opened);
    const next = nextPath(input.next);
    return next ? redirectBack(next) : redirectTo('/services');
  },
);
