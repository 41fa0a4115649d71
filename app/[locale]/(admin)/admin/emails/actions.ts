'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { resumeSender } from '@/lib/data/mail/mail-sender';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, done } from '@/lib/web/action/action';

/** Makes the sender try again at once after the provider refused our account. */
export const resume = action(
  { role: 'staff', input: z.object({}), limit: 'write' },
  async ({ actor, now }) => {
    await resumeSender(actor, now);
    wakeWorker();
    refresh();
    return done();
  },
);
