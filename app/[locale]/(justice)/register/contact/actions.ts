'use server';

import { contactInput } from '@/app/[locale]/(justice)/contact-input';
import { contactLetters } from '@/app/[locale]/(justice)/contact-letters';
import { saveProfile } from '@/lib/data/profiles';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, redirectTo } from '@/lib/web/action';

/** Confirm registration. */
export const register = action(
  { role: 'user', input: contactInput, limit: 'write' },
  async ({ actor, input, now, locale }) => {
    await saveProfile(actor, input, await contactLetters(actor, input.email, now, locale), now);
    wakeWorker();
    return redirectTo('/account');
  },
);
