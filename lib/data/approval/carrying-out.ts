import type { Proposal } from '@/lib/data/approval/proposals';
import { addClosure, removeClosure, setBeforeOpening } from '@/lib/data/court/calendar-editing';
import type { Tx } from '@/lib/data/db/db';
import { correctFiling } from '@/lib/data/filing/corrections/correcting';
import type { Notice } from '@/lib/data/filing/filings';
import { endHoldReason, keepHoldReason } from '@/lib/data/filing/holds/hold-reasons';
import { redateFiling } from '@/lib/data/filing/redating';
import { liftRestriction, restrictFile } from '@/lib/data/filing/restricted/restricting';
import { withdrawForCourt } from '@/lib/data/filing/withdrawal';
import { addSetting } from '@/lib/data/settings/settings';
import type { Actor } from '@/lib/domain/access/access';
import type { Times } from '@/lib/domain/court/calendar';

/** The e-mail about a change is written before it is approved. @throws if it was not */
function written(notice: Notice | undefined): Notice {
  if (!notice) throw new Error('no e-mail was written for a change of a filing');
  return notice;
}

/**
 * Makes the proposed change in the transaction that approves it.
 * @throws NotFound, Refused and Outdated as the act
 */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  { id, change, reason }: Pick<Proposal, 'id' | 'change' | 'reason'>,
  notice: Notice | undefined,
  times: Times,
): Promise<void> {
  switch (change.kind) {
    case 'add-closure':
      return addClosure(actor, change.closure, times.now, tx);
    case 'remove-closure':
      return removeClosure(actor, change.id, times.now, tx);
    case 'set-opening-rule':
      return setBeforeOpening(actor, change.to, times.now, tx);
    case 'redate-filing': {
      const { reference, to: issueOn } = change;
      return redateFiling(actor, reference, { issueOn, reason }, written(notice), times, tx);
    }
    case 'withdraw-filing':
      return withdrawForCourt(actor, change, written(notice), times, tx);
    case 'correct-filing':
      return correctFiling(actor, change, times, tx);
    case 'restrict-file':
      return restrictFile(actor, { ...change, proposalId: id }, times.now, tx);
    case 'lift-restriction':
      return liftRestriction(actor, { ...change, proposalId: id }, times.now, tx);
    case 'keep-hold-reason':
      return keepHoldReason(actor, change, times.now, tx);
    case 'end-hold-reason':
      return endHoldReason(actor, change, times.now, tx);
    case 'change-setting':
    case 'change-notice':
    case 'change-court':
    case 'change-nature':
    case 'change-closure-name':
      return addSetting(actor, { ...change, proposalId: id }, times.now, tx);
  }
}
