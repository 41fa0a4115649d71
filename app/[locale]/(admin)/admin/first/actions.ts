'use server';

import { accountInput, newUser } from '@/app/[locale]/(one-key)/sign-up/account-input';
import { acceptAdministration } from '@/lib/data/administrators';
import { action, redirectTo } from '@/lib/web/action';
import { findInvitation, forgetInvitation } from '@/lib/web/first-administrator';
import { openFirstSession } from '@/lib/web/open-session';

/** Makes the first administrator's account, which uses the link up, and signs the person in to it. */
export const accept = action(
  { role: 'anonymous', input: accountInput, limit: 'sign-up' },
  async ({ actor, input: form, now, locale }) => {
    const user = await newUser(form, locale);
    await acceptAdministration(actor, (await findInvitation()) ?? '', user, now);
    await forgetInvitation();
    return redirectTo((await openFirstSession(form.oneKeyId, form.password)) ? '/admin' : '/sign-in');
  },
);
