'use server';

import { z } from 'zod';
import { confirmEmail } from '@/lib/data/account/email-confirmation';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';
import { emailProofCookie } from '@/lib/web/cookies/cookies';

/** Confirms the e-mail address of the opened link. */
export const confirm = action(
  { role: 'anonymous', input: z.object({}), limit: 'recover' },
  async ({ actor, now }) => {
    const proof = await emailProofCookie.get();
    if (!proof || !(await confirmEmail(actor, proof.token, now))) return redirectTo('/confirm-email');
    await emailProofCookie.clear();
    wakeWorker();
    return redirectTo('/confirm-email/confirmed');
  },
);
