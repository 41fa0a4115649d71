'use server';

import { z } from 'zod';
import { undoEmailChange } from '@/lib/data/account/email-undo';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';
import { emailUndoCookie } from '@/lib/web/cookies/cookies';

/** Takes back the change of the opened link. The next page is where a new password is asked for. */
export const undo = action(
  { role: 'anonymous', input: z.object({}), limit: 'recover' },
  async ({ actor, now }) => {
    const proof = await emailUndoCookie.get();
    if (!proof || !(await undoEmailChange(actor, proof.token, now))) return redirectTo('/undo-email');
    await emailUndoCookie.clear();
    return redirectTo({ pathname: '/undo-email', query: { undone: '1' } });
  },
);
