'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { changeAddress } from '@/lib/data/mail/address-change';
import { retryMail } from '@/lib/data/mail/mails';
import { suppressMail } from '@/lib/data/mail/suppression';
import { requiredEmail } from '@/lib/domain/contact/email';
import { required } from '@/lib/domain/text';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done } from '@/lib/web/action/outcome';

/** Puts a message that did not go out back into the queue. */
export const retry = action(
  { role: 'staff', input: z.object({ id: z.uuid() }), limit: 'write' },
  async ({ actor, input: { id }, now }) => {
    await retryMail(actor, id, now);
    wakeWorker();
    refresh();
    return done();
  },
);

/** Stops a message that has not left, with a reason. */
export const stop = action(
  {
    role: 'staff',
    input: z.object({ id: z.uuid(), stopReason: required('enterReason', 500) }),
    limit: 'write',
  },
  async ({ actor, input: { id, stopReason }, now }) => {
    await suppressMail(actor, id, stopReason, now);
    refresh();
    return done();
  },
);

/** Sends a message about a filing to a corrected address, with a reason. */
export const readdress = action(
  {
    role: 'staff',
    input: z.object({ id: z.uuid(), email: requiredEmail(), addressReason: required('enterReason', 500) }),
    limit: 'write',
  },
  async ({ actor, input: { id, email: recipient, addressReason: reason }, now }) => {
    await changeAddress(actor, id, { recipient, reason }, now);
    wakeWorker();
    refresh();
    return done();
  },
);
