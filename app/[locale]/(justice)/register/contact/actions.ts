'use server';

import { contactInput } from '@/app/[locale]/(justice)/contact-input';
import { saveProfile } from '@/lib/data/profiles';
import { action, redirectTo } from '@/lib/web/action';

/** Confirm registration. */
export const register = action(
  { role: 'user', input: contactInput, limit: 'write' },
  async ({ actor, input, now }) => {
    await saveProfile(actor, input, now);
    return redirectTo('/account');
  },
);
