'use server';

import { accountInput, newUser } from '@/app/[locale]/(one-key)/sign-up/account-input';
import { acceptAdministration } from '@/lib/data/account/administrators';
import { removeOffer } from '@/lib/jobs/upkeep/first-administrator';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';
import { invitationCookie } from '@/lib/web/cookies/cookies';
import { openFirstSession } from '@/lib/web/session/open-session';

/** Makes the first administrator's account, which uses up the link and deletes its file, and signs the person in to it. */
export const accept = action(
  { role: 'anonymous', input: accountInput, limit: 'sign-up' },
  async ({ actor, input: form, now, locale }) => {
    const user = await newUser(form, locale);
    await acceptAdministration(actor, (await invitationCookie.get()) ?? '', user, now);
    removeOffer();
    await invitationCookie.clear();
    return redirectTo((await openFirstSession(form.oneKeyId, form.password)) ? '/admin' : '/sign-in');
  },
);
