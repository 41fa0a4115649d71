'use server';

import { contactInput } from '@/app/[locale]/(justice)/contact-input';
import { contactLetters, mayMailLink } from '@/app/[locale]/(justice)/contact-letters';
import { saveProfile } from '@/lib/data/profiles';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, redirectTo, refuse } from '@/lib/web/action';

/** Confirm registration. */
export const register = action(
  { role: 'user', input: contactInput, limit: 'write' },
  async ({ actor, input, now, locale }) => {
    if (!(await mayMailLink(actor, input.email))) return refuse('tooManyTries');
    await saveProfile(actor, input, await contactLetters(now, locale), now);
    wakeWorker();
    return redirectTo('/account');
  },
);
