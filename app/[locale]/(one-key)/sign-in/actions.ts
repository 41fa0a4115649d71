'use server';

import { z } from 'zod';
import { signInForm } from '@/lib/domain/account';
import { action, redirectBack, redirectTo, refuse } from '@/lib/web/action';
import { nextPath } from '@/lib/web/next-path';
import { openSession } from '@/lib/web/open-session';

const input = signInForm.extend({ next: z.string().optional() });

/** Signs in and goes back to where the person was, or on to All Services from A to Z. */
export const signIn = action({ role: 'anonymous', input, limit: 'counts-itself' }, async ({ input }) => {
  if (!(await openSession(input.oneKeyId, input.password))) return refuse('signInFailed');
  const next = nextPath(input.next);
  return next ? redirectBack(next) : redirectTo('/services');
});
