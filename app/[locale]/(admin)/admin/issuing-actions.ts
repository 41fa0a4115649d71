'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { resumeIssuing, stopIssuing } from '@/lib/data/court/issuing-stop';
import { required } from '@/lib/domain/text';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done } from '@/lib/web/action/outcome';

/** Stops issuing for maintenance; receiving goes on. */
export const stop = action(
  { role: 'registrar', input: z.object({ stopReason: required('enterReason', 500) }), limit: 'write' },
  async ({ actor, input: { stopReason }, now }) => {
    await stopIssuing(actor, stopReason, now);
    refresh();
    return done();
  },
);

/** Has issuing go on, at once with what waits. */
export const resume = action(
  { role: 'registrar', input: z.object({}), limit: 'write' },
  async ({ actor, now }) => {
    await resumeIssuing(actor, now);
    wakeWorker();
    refresh();
    return done();
  },
);
