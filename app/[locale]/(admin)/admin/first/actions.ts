'use server';

import { accountInput, newUser } from '@/app/[locale]/(one-key)/sign-up/account-input';
import { acceptAdministration } from '@/lib/data/administrators';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { findInvitation, forgetInvitation } from '@/lib/web/first-administrator';
import { openSession } from '@/lib/web/open-session';

/** Makes the first administrator's account, which uses the link up, and signs the person in to it. */
export const accept = action(
  { role: 'anonymous', input: accountInput, limit: 'sign-up' },
  async ({ actor, input: form, now, locale }) => {
    const user = await newUser(form, locale);
    await acceptAdministration(actor, (await findInvitation()) ?? '', user, now);
    await forgetInvitation();
    return (await openSession(form.oneKeyId, form.password)) ? redirectTo('/admin') : refuse('signInFailed');
  },
);
