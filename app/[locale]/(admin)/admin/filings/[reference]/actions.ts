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
import { WITHDRAWAL_BASES } from '@/lib/domain/approval/proposal';
import { courtDay } from '@/lib/domain/court/calendar';
import { stillAsked } from '@/lib/domain/filing/holds/asked';
import { errorKey, optional, required, withRules } from '@/lib/domain/text';
import { writeNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { done, refuse } from '@/lib/web/action/outcome';

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

const withdrawal = withRules(
  z.object({
    reference: z.string().refine(isReference, errorKey('alreadyIssued')),
    basis: z.enum(WITHDRAWAL_BASES, { error: errorKey('enterBasis') }),
    basisOn: z.iso.date({ error: errorKey('enterDate') }),
    basisJudge: optional(100),
    withdrawalReason: required('enterReason', 500),
  }),
  ({ basis, basisJudge }) => {
    if (basis === 'order' && !basisJudge) return { basisJudge: errorKey('enterJudge') };
    return basis === 'request' && basisJudge ? { basisJudge: errorKey('judgeNeedless') } : {};
  },
);

/** Proposes to withdraw a filing that is not issued yet, at its filer's request or as a judge ordered. */
export const proposeWithdrawal = action(
  { role: 'registrar', input: withdrawal, limit: 'write' },
  async ({ actor, input: { withdrawalReason, basisJudge: judge, ...asked }, now, courtNow }) => {
    if (asked.basisOn > courtDay(courtNow)) return refuse({ basisOn: 'basisInFuture' });
    await propose(actor, { kind: 'withdraw-filing', judge, ...asked }, withdrawalReason, { now, courtNow });
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
    const { reference, documentId } = await getSubstitute(actor, substitute);
    await writingAnew(async () => {
      const filing = await getFiling(actor, reference);
      const left = approve ? stillAsked(filing, documentId).length : 0;
      const notice = await writeNotice(filing, approve ? 'approved' : 'refused', {
        reason,
        stillAsked: left,
      });
      await decideSubstitute(actor, substitute, { approve, reason }, notice, { now, courtNow });
    });
    wakeWorker();
    refresh();
    return done();
  },
);
