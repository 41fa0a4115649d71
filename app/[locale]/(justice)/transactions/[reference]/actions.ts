'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { withdrawFiling } from '@/lib/data/withdrawal';
import { isReference } from '@/lib/domain/reference';
import { noticeOf } from '@/lib/jobs/notices';
import { action, done } from '@/lib/web/action';

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
