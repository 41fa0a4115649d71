'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { retryFiling } from '@/lib/data/filing-record';
import { isReference } from '@/lib/domain/reference';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, done } from '@/lib/web/action';

const input = z.object({ reference: z.string().refine(isReference, 'nothingToRetry') });

/** Has the worker try at once what should have been issued. */
export const retry = action(
  { role: 'staff', input, limit: 'write' },
  async ({ actor, input: { reference }, now, courtNow }) => {
    await retryFiling(actor, reference, { now, courtNow });
    wakeWorker();
    refresh();
    return done();
  },
);
