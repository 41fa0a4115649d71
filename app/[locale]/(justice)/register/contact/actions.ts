'use server';

import { contactInput } from '@/app/[locale]/(justice)/contact-input';
import { contactLetters } from '@/app/[locale]/(justice)/contact-letters';
import { saveProfile } from '@/lib/data/account/profiles';
import { contactOf } from '@/lib/domain/contact/contact';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';

/** Confirm registration. */
export const register = action(
  { role: 'user', input: contactInput, limit: 'write' },
  async ({ actor, input, now, locale }) => {
    await saveProfile(actor, contactOf(input), await contactLetters(actor, input.email, now, locale), now);
    wakeWorker();
    return redirectTo('/account');
  },
);
