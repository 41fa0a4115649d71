'use server';

import { closeAccount } from '@/lib/data/account-closing';
import { Refused } from '@/lib/data/errors';
import { closeAccountForm } from '@/lib/domain/recovery';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountClosed } from '@/lib/mail/account-closed';
import { action, redirectTo, refuse } from '@/lib/web/action';
import { signOut } from '@/lib/web/auth';

/** Closes the person's account for ever. */
export const close = action(
  { role: 'user', input: closeAccountForm, limit: 'recover' },
  async ({ actor, input: { currentPassword }, now, locale }) => {
    const notice = await renderAccountClosed({ at: now }, locale);
    try {
      await closeAccount(actor, currentPassword, notice, now);
    } catch (error) {
      if (!(error instanceof Refused) || error.key !== 'currentPasswordWrong') throw error;
      return refuse({ currentPassword: error.key });
    }
    wakeWorker();
    await signOut({ redirect: false, redirectTo: '/' });
    return redirectTo('/account-closed');
  },
);
