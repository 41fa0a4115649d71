'use server';

import { Refused } from '@/lib/data/access/errors';
import { closeAccount } from '@/lib/data/account/account-closing';
import { closeAccountForm } from '@/lib/domain/account/recovery';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountClosed } from '@/lib/mail/account/account-closed';
import { action } from '@/lib/web/action/action';
import { redirectTo, refuse } from '@/lib/web/action/outcome';
import { signOut } from '@/lib/web/session/auth';

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
