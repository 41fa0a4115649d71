'use server';

import { z } from 'zod';
import { contactChangeInput } from '@/app/[locale]/(justice)/contact-input';
import { contactLetters } from '@/app/[locale]/(justice)/contact-letters';
import { confirmLetter, mayMailLink } from '@/app/[locale]/letters';
import { Refused } from '@/lib/data/access/errors';
import { askAgain, findUnconfirmed } from '@/lib/data/account/email-confirmation';
import { saveProfile, saveUsual } from '@/lib/data/account/profiles';
import { usualForm } from '@/lib/domain/claim/draft/usual';
import { contactOf } from '@/lib/domain/contact/contact';
import { wakeWorker } from '@/lib/jobs/worker';
import type { ErrorKey } from '@/lib/messages/catalogue';
import { action } from '@/lib/web/action/action';
import { done, refuse } from '@/lib/web/action/outcome';

const isAboutPassword = (key: ErrorKey) => key === 'enterCurrentPassword' || key === 'currentPasswordWrong';

/** Saves the contact information, which later filings copy. */
export const save = action(
  { role: 'user', input: contactChangeInput, limit: 'write' },
  async ({ actor, input: { currentPassword, ...contact }, now, locale }) => {
    const letters = await contactLetters(actor, contact.email, now, locale);
    try {
      await saveProfile(actor, contactOf(contact), { ...letters, currentPassword }, now);
    } catch (error) {
      if (!(error instanceof Refused) || !isAboutPassword(error.key)) throw error;
      return refuse({ currentPassword: error.key });
    }
    wakeWorker();
    return done();
  },
);

/** Saves what a lawyer usually files. */
export const saveUsualAnswers = action(
  { role: 'user', input: usualForm, limit: 'write' },
  async ({ actor, input, now }) => {
    await saveUsual(actor, input, now);
    return done();
  },
);

/** Sends the link again to the unconfirmed e-mail address. */
export const sendLinkAgain = action(
  { role: 'user', input: z.object({}), limit: 'recover' },
  async ({ actor, now, locale }) => {
    const email = await findUnconfirmed(actor, 'contact');
    if (email && !(await mayMailLink(email))) return refuse('tooManyTries');
    await askAgain(actor, 'contact', confirmLetter(locale), now);
    wakeWorker();
    return done();
  },
);
