'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { confirmInPerson, endInPerson } from '@/lib/data/recovery/in-person';
import { wakeWorker } from '@/lib/jobs/worker';
import { renderAccountChanged } from '@/lib/mail/account/account-changed';
import { action } from '@/lib/web/action/action';
import { done, showCode } from '@/lib/web/action/outcome';

const input = z.object({ recovery: z.uuid() });

/** Confirms a recovery in person that another began: gives the second half of the code. */
export const confirm = action(
  { role: 'registrar', input, limit: 'write' },
  async ({ actor, input: { recovery }, now, locale }) => {
    const notice = await renderAccountChanged('in-person-code', now, locale);
    const half = await confirmInPerson(actor, recovery, notice, now);
    wakeWorker();
    return showCode(half);
  },
);

/** Ends a recovery in person. */
export const end = action(
  { role: 'registrar', input, limit: 'write' },
  async ({ actor, input: { recovery }, now }) => {
    await endInPerson(actor, recovery, now);
    refresh();
    return done();
  },
);
