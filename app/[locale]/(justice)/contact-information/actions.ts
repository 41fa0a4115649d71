'use server';

import { z } from 'zod';
import { contactInput } from '@/app/[locale]/(justice)/contact-input';
import { contactLetters } from '@/app/[locale]/(justice)/contact-letters';
import { confirmLetter, mayMailLink } from '@/app/[locale]/letters';
import { askAgain, findUnconfirmed } from '@/lib/data/email-confirmation';
import { saveProfile } from '@/lib/data/profiles';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, done, refuse } from '@/lib/web/action';

/** Saves the contact information for the filings to come. */
export const save = action(
  { role: 'user', input: contactInput, limit: 'write' },
  async ({ actor, input, now, locale }) => {
    await saveProfile(actor, input, await contactLetters(actor, input.email, now, locale), now);
    wakeWorker();
    return done();
  },
);

/** Sends the link again to the address that waits for it. */
export const sendLinkAgain = action(
  { role: 'user', input: z.object({}), limit: 'recover' },
  async ({ actor, now, locale }) => {
    const address = await findUnconfirmed(actor, 'contact');
    if (address && !(await mayMailLink(address))) return refuse('tooManyTries');
    await askAgain(actor, 'contact', confirmLetter(locale), now);
    wakeWorker();
    return done();
  },
);
