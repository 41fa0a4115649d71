'use server';

import { z } from 'zod';
import { confirmLetter, mayMailLink, toConfirm } from '@/app/[locale]/letters';
import { Refused } from '@/lib/data/access/errors';
import {
  addCopyEmail,
  askCopyAgain,
  getCopyEmail,
  removeCopyEmail,
} from '@/lib/data/account/copies/copy-emails';
import { givenPassword } from '@/lib/domain/account/recovery';
import { requiredEmail } from '@/lib/domain/contact/email';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done, redirectTo, refuse } from '@/lib/web/action/outcome';

const input = z.object({ copyEmail: requiredEmail(), copyPassword: givenPassword });
const one = z.object({ copy: z.string() });

/** Adds an address for copies, and sends it the link that confirms it. */
export const add = action(
  { role: 'user', input, limit: 'recover' },
  async ({ actor, input: { copyEmail, copyPassword }, now, locale }) => {
    try {
      await addCopyEmail(actor, await toConfirm(copyEmail, locale), copyPassword, now);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.key === 'enterCurrentPassword' || error.key === 'currentPasswordWrong')
        return refuse({ copyPassword: error.key });
      if (error.key === 'alreadyCopied') return refuse({ copyEmail: error.key });
      throw error;
    }
    wakeWorker();
    return redirectTo('/contact-information');
  },
);

/** Sends the link again to an address that is not confirmed. */
export const again = action(
  { role: 'user', input: one, limit: 'recover' },
  async ({ actor, input: { copy }, now, locale }) => {
    const { email } = await getCopyEmail(actor, copy);
    if (!(await mayMailLink(email))) return refuse('tooManyTries');
    await askCopyAgain(actor, copy, confirmLetter(locale), now);
    wakeWorker();
    return done();
  },
);

/** Removes an address, from the next message on. */
export const remove = action(
  { role: 'user', input: one, limit: 'write' },
  async ({ actor, input: { copy }, now }) => {
    await removeCopyEmail(actor, copy, now);
    return redirectTo('/contact-information');
  },
);
