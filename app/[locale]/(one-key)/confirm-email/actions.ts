'use server';

import { z } from 'zod';
import { confirmAddress } from '@/lib/data/email-confirmation';
import { action, redirectTo } from '@/lib/web/action';
import { forgetProof, keptProof } from '@/lib/web/email-confirmation-cookie';

/** Confirms the address of the link that was opened. */
export const confirm = action(
  { role: 'anonymous', input: z.object({}), limit: 'recover' },
  async ({ actor, now }) => {
    const proof = await keptProof();
    if (!proof || !(await confirmAddress(actor, proof.token, now))) return redirectTo('/confirm-email');
    await forgetProof();
    return redirectTo('/confirm-email/confirmed');
  },
);
