'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { retryFiling } from '@/lib/data/filing-record';
import { releaseFiling } from '@/lib/data/hold';
import { redateFiling } from '@/lib/data/redating';
import { decideRepair } from '@/lib/data/repairs';
import { isReference } from '@/lib/domain/reference';
import { required } from '@/lib/domain/text';
import { noticeOf, repairNotice } from '@/lib/jobs/notices';
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

/** Has a filing on hold issued: the cause is gone. */
export const release = action(
  {
    role: 'staff',
    input: z.object({ reference: z.string().refine(isReference, 'notOnHold') }),
    limit: 'write',
  },
  async ({ actor, input: { reference }, now, courtNow }) => {
    await releaseFiling(actor, reference, { now, courtNow });
    wakeWorker();
    refresh();
    return done();
  },
);

const redating = z.object({
  reference: z.string().refine(isReference, 'notToBeRedated'),
  issueOn: z.iso.date({ error: 'enterDate' }),
  redatingReason: required('enterReason', 500),
});

/** Gives a filing that is not issued yet another date. */
export const redate = action(
  { role: 'staff', input: redating, limit: 'write' },
  async ({ actor, input: { reference, issueOn, redatingReason: reason }, now, courtNow }) => {
    const change = { issueOn, reason };
    await redateFiling(actor, reference, change, { now, courtNow }, (tx, filing) =>
      noticeOf(tx, filing, 'redated', change),
    );
    wakeWorker();
    refresh();
    return done();
  },
);

const decision = z.object({
  repair: z.uuid(),
  decision: z.enum(['approve', 'refuse']),
  decisionReason: required('enterReason', 500),
});

/** Decides whether a copy is the same document. */
export const decide = action(
  { role: 'staff', input: decision, limit: 'write' },
  async ({ actor, input: { repair, decision: made, decisionReason: reason }, now, courtNow }) => {
    const decided = { approve: made === 'approve', reason };
    await decideRepair(actor, repair, decided, { now, courtNow }, repairNotice);
    wakeWorker();
    refresh();
    return done();
  },
);
