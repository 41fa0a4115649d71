'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { refuseProposal, takeBackProposal } from '@/lib/data/approval/deciding';
import { required } from '@/lib/domain/text';
import { approve as approveAndCarryOut } from '@/lib/jobs/approval/approve';
import { wakeWorker } from '@/lib/jobs/worker';
import { action } from '@/lib/web/action/action';
import { redirectTo } from '@/lib/web/action/outcome';

const input = z.object({ id: z.uuid() });

/** Leads to what still waits, and has the navigation count it anew. */
function decided(done: 'approved' | 'refused' | 'takenBack') {
  refresh();
  return redirectTo({ pathname: '/admin/approvals', query: { done } });
}

/** Approves another person's proposal and carries it out. */
export const approve = action(
  { role: 'registrar', input, limit: 'write' },
  async ({ actor, input: { id }, now, courtNow }) => {
    await approveAndCarryOut(actor, id, { now, courtNow });
    wakeWorker();
    return decided('approved');
  },
);

/** Refuses another person's proposal, with a reason. */
export const refuse = action(
  {
    role: 'registrar',
    input: input.extend({ refusalReason: required('enterReason', 500) }),
    limit: 'write',
  },
  async ({ actor, input: { id, refusalReason }, now }) => {
    await refuseProposal(actor, id, refusalReason, now);
    return decided('refused');
  },
);

/** Takes the person's own proposal back. */
export const takeBack = action(
  { role: 'registrar', input, limit: 'write' },
  async ({ actor, input: { id }, now }) => {
    await takeBackProposal(actor, id, now);
    return decided('takenBack');
  },
);
