'use server';

import { contactInput } from '@/app/[locale]/(justice)/contact-input';
import { saveProfile } from '@/lib/data/profiles';
import { action, done } from '@/lib/web/action';

/** Saves the contact information for the filings to come. */
export const save = action(
  { role: 'user', input: contactInput, limit: 'write' },
  async ({ actor, input, now }) => {
    await saveProfile(actor, input, now);
    return done();
  },
);
