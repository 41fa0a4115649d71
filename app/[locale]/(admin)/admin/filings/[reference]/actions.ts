'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { propose } from '@/lib/data/approval/proposals';
import { retryFiling } from '@/lib/data/filing/filing-record';
import { getFiling } from '@/lib/data/filing/filings';
import { releaseFiling } from '@/lib/data/filing/hold';
import { getSubstitute } from '@/lib/data/filing/substitutes';
import { decideSubstitute } from '@/lib/data/filing/substitution';
import { isReference } from '@/lib/domain/access/reference';
import { errorKey, required } from '@/lib/domain/text';
import { writeNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { wakeWorker } from '@/lib/jobs/worker';
import { action, done } from '@/lib/web/action/action';

const input = z.object({ reference: z.string().refine(isReference, errorKey('nothingToRetry')) });

/** Makes the worker try at once a filing that should have been issued. */
export const retry = action(
  { role: 'staff', input, limit: 'write' },
  async ({ actor, input: { reference }, now, courtNow }) => {
    await retryFiling(actor, reference, { now, courtNow });
    wakeWorker();
    refresh();
    return done();
  },
);

/** Releases a filing on hold to be issued, because the cause of its hold is gone. */
export const release = action(
  {
    role: 'staff',
    input: z.object({
      reference: z.string().refine(isReference, errorKey('notOnHold')),
      unchanged: z.literal('on').optional(),
    }),
    limit: 'write',
  },
  async ({ actor, input: { reference, unchanged }, now, courtNow }) => {
    await releaseFiling(actor, reference, { now, courtNow }, unchanged === 'on');
    wakeWorker();
    refresh();
    return done();
  },
);

const redating = z.object({
  reference: z.string().refine(isReference, errorKey('notToBeRedated')),
  issueOn: z.iso.date({ error: errorKey('enterDate') }),
  redatingReason: required('enterReason', 500),
});

/** Proposes another date for a filing that is not issued yet. */
export const redate = action(
  { role: 'registrar', input: redating, limit: 'write' },
  async ({ actor, input: { reference, issueOn: to, redatingReason }, now, courtNow }) => {
    await propose(actor, { kind: 'redate-filing', reference, to }, redatingReason, { now, courtNow });
    refresh();
    return done();
  },
);

const withdrawal = z.object({
  reference: z.string().refine(isReference, errorKey('alreadyIssued')),
  withdrawalReason: required('enterReason', 500),
});

/** Proposes to withdraw a filing that is not issued yet. */
export const proposeWithdrawal = action(
  { role: 'registrar', input: withdrawal, limit: 'write' },
  async ({ actor, input: { reference, withdrawalReason }, now, courtNow }) => {
    await propose(actor, { kind: 'withdraw-filing', reference }, withdrawalReason, { now, courtNow });
    refresh();
    return done();
  },
);

const decision = z.object({
  substitute: z.uuid(),
  decision: z.enum(['approve', 'refuse']),
  decisionReason: required('enterReason', 500),
});

/** Decides whether a copy is the same document. */
export const decide = action(
  { role: 'staff', input: decision, limit: 'write' },
  async ({ actor, input: { substitute, decision: made, decisionReason: reason }, now, courtNow }) => {
    const approve = made === 'approve';
    const { reference } = await getSubstitute(actor, substitute);
    await writingAnew(async () => {
      const filing = await getFiling(actor, reference);
      const notice = await writeNotice(filing, approve ? 'approved' : 'refused', { reason });
      await decideSubstitute(actor, substitute, { approve, reason }, notice, { now, courtNow });
    });
    wakeWorker();
    refresh();
    return done();
  },
);
