import { NotFound, Refused } from '@/lib/data/access/errors';
import {
  approveProposal,
  isStillProposers,
  lapseProposal,
  listDueProposals,
} from '@/lib/data/approval/deciding';
import { getProposal, type Proposal } from '@/lib/data/approval/proposals';
import { getFiling, type Notice } from '@/lib/data/filing/filings';
import type { Actor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';
import { writeNotice, writingAnew } from '@/lib/jobs/mail/mail-about-claim';
import { copyCalendar } from '@/lib/jobs/upkeep/calendar-file';
import { log } from '@/lib/log';

/** The e-mail that tells a filer of the change, if it is about their filing. @throws NotFound */
async function noticeOf(actor: Actor, { change, reason }: Proposal): Promise<Notice | undefined> {
  switch (change.kind) {
    case 'redate-filing':
      return writeNotice(await getFiling(actor, change.reference), 'redated', { issueOn: change.to, reason });
    case 'withdraw-filing':
      return writeNotice(await getFiling(actor, change.reference), 'withdrawn', { reason });
    default:
      return undefined;
  }
}

/** Approves a proposal and carries it out. @throws as `approveProposal` */
export async function approve(actor: Actor, id: string, times: Times): Promise<void> {
  await writingAnew(async () => {
    const notice = await noticeOf(actor, await getProposal(actor, id));
    await approveProposal(actor, id, notice, times);
  });
  await copyCalendar();
}

const system = { kind: 'system' } as const;

/** Approves one that is due, or closes it if it cannot be carried out any more. */
async function carryOutDue(proposal: Proposal, times: Times): Promise<void> {
  const { id } = proposal;
  if (!(await isStillProposers(proposal))) return lapseProposal(id, 'proposer', times.now);
  await approve(system, id, times).catch((error: unknown) => {
    if (error instanceof Refused) return lapseProposal(id, error.key, times.now);
    if (error instanceof NotFound) return lapseProposal(id, error.what, times.now);
    throw error;
  });
}

/**
 * Carries out what was proposed in an office of one person and is due by now. What fails is tried again at the
 * next round, and holds back nothing else.
 * @returns how many were due
 */
export async function carryOutDueProposals(times: Times): Promise<number> {
  const due = await listDueProposals(times.now);
  for (const proposal of due) {
    await carryOutDue(proposal, times).catch((error: unknown) =>
      log.error({ err: error, proposal: proposal.id }, 'a proposal was not carried out'),
    );
  }
  return due.length;
}
