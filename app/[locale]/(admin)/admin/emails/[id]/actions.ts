'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { retryMail } from '@/lib/data/mail-retry';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, done } from '@/lib/web/action';

/** Has a message that did not go out sent again. */
export const retry = action(
  { role: 'staff', input: z.object({ id: z.uuid() }), limit: 'write' },
  async ({ actor, input: { id }, now }) => {
    await retryMail(actor, id, now);
    wakeWorker();
    refresh();
    return done();
  },
);
