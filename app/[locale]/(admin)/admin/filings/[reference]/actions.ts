'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { retryFiling } from '@/lib/data/filing/filing-record';
import { getFiling } from '@/lib/data/filing/filings';
import { releaseFiling } from '@/lib/data/filing/hold';
import { redateFiling } from '@/lib/data/filing/redating';
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
    input: z.object({ reference: z.string().refine(isReference, errorKey('notOnHold')) }),
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
  reference: z.string().refine(isReference, errorKey('notToBeRedated')),
  issueOn: z.iso.date({ error: errorKey('enterDate') }),
  redatingReason: required('enterReason', 500),
});

/** Gives another date to a filing that is not issued yet. */
export const redate = action(
  { role: 'staff', input: redating, limit: 'write' },
  async ({ actor, input: { reference, issueOn, redatingReason: reason }, now, courtNow }) => {
    const change = { issueOn, reason };
    await writingAnew(async () => {
      const notice = await writeNotice(await getFiling(actor, reference), 'redated', change);
      await redateFiling(actor, reference, change, notice, { now, courtNow });
    });
    wakeWorker();
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
