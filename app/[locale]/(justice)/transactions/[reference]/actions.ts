'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { copyFiling } from '@/lib/data/claim/copy-filing';
import { getFiling } from '@/lib/data/filing/filings';
import { withdrawFiling } from '@/lib/data/filing/withdrawal';
import { sendAgain } from '@/lib/data/mail/mails';
import { isReference } from '@/lib/domain/access/reference';
import { requiredEmail } from '@/lib/domain/contact/email';
import { errorKey } from '@/lib/domain/text';
import { writeNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done, redirectTo } from '@/lib/web/action/outcome';

const input = z.object({
  reference: z.string().refine(isReference, errorKey('alreadyIssued')),
  confirm: z.literal('on', { error: errorKey('confirmWithdrawal') }),
});

/** Withdraws a claim of the person's own that is not issued yet. */
export const withdraw = action(
  { role: 'user', input, limit: 'write' },
  async ({ actor, input: { reference }, now, courtNow }) => {
    await writingAnew(async () => {
      const notice = await writeNotice(await getFiling(actor, reference), 'withdrawn');
      await withdrawFiling(actor, reference, notice, { now, courtNow });
    });
    refresh();
    return done();
  },
);

/** Begins a new claim with the answers and parties of this one. */
export const copy = action(
  { role: 'user', input: z.object({ reference: z.string() }), limit: 'write' },
  async ({ actor, input: { reference }, now }) => {
    const draft = await copyFiling(actor, reference, now);
    return redirectTo({ pathname: '/claims/[draft]/start', params: { draft: draft.reference } });
  },
);

/** Sends a message that did not arrive to another address. The page then reports it in place of the form. */
export const sendMailAgain = action(
  { role: 'user', input: z.object({ id: z.uuid(), email: requiredEmail() }), limit: 'write' },
  async ({ actor, input: { id, email }, now }) => {
    const reference = await sendAgain(actor, id, email, now);
    wakeWorker();
    const query = { again: 'sent' };
    return redirectTo({ pathname: '/transactions/[reference]', params: { reference }, query });
  },
);
