'use server';

import { accountInput, newUser } from '@/app/[locale]/(one-key)/sign-up/account-input';
import { signUp as register } from '@/lib/data/account/users';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';
import { openFirstSession } from '@/lib/web/session/open-session';

/** Registers a ONE-key account and signs the person in to it. */
export const signUp = action(
  { role: 'anonymous', input: accountInput, limit: 'sign-up' },
  async ({ actor, input: form, now, locale }) => {
    await register(actor, await newUser(form, locale), now);
    wakeWorker();
    const isOpen = await openFirstSession(form.oneKeyId, form.password);
    return redirectTo(isOpen ? '/sign-up/confirmation' : '/sign-in');
  },
);
