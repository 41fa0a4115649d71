'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { sendAgain } from '@/lib/data/mail-again';
import { withdrawFiling } from '@/lib/data/withdrawal';
import { requiredEmail } from '@/lib/domain/email';
import { isReference } from '@/lib/domain/reference';
import { noticeOf } from '@/lib/jobs/notices';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, done, redirectTo } from '@/lib/web/action';

const input = z.object({
  reference: z.string().refine(isReference, 'alreadyIssued'),
  confirm: z.literal('on', { error: 'confirmWithdrawal' }),
});

/** Withdraws a claim that is not issued yet: the filer's own, or any for a registrar. */
export const withdraw = action(
  { role: 'user', input, limit: 'write' },
  async ({ actor, input: { reference }, now, courtNow }) => {
    await withdrawFiling(actor, reference, { now, courtNow }, (tx, filing) =>
      noticeOf(tx, filing, 'withdrawn'),
    );
    refresh();
    return done();
  },
);

/** Sends a message that did not arrive to another address; the page says so in place of the form. */
export const sendMailAgain = action(
  { role: 'user', input: z.object({ id: z.uuid(), email: requiredEmail() }), limit: 'write' },
  async ({ actor, input: { id, email }, now }) => {
    const reference = await sendAgain(actor, id, email, now);
    wakeWorker();
    const query = { again: 'sent' };
    return redirectTo({ pathname: '/transactions/[reference]', params: { reference }, query });
  },
);
