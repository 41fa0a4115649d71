import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, lte } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { carryOut } from '@/lib/data/approval/carrying-out';
import { changeAtPresent } from '@/lib/data/approval/present';
import { detailsOf, getProposal, type Proposal } from '@/lib/data/approval/proposals';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { proposals } from '@/lib/data/db/schema/approval';
import type { Notice } from '@/lib/data/filing/filings';
import { type Actor, grants, type UserActor } from '@/lib/domain/access/access';
import { acts, type Change, type ProposalState } from '@/lib/domain/approval/proposal';
import type { Times } from '@/lib/domain/court/calendar';
import { tracepoint } from '@/lib/tracepoint';

type Settled = {
  state: Exclude<ProposalState, 'proposed'>;
  decidedBy: string | null;
  decisionReason?: string;
};

/** @throws Refused 'proposalDecided' for all but the first of those who decide at once */
async function settle(tx: Tx, id: string, decision: Settled, decidedAt: Date): Promise<Proposal> {
  const [settled] = await tx
    .update(proposals)
    .set({ ...decision, decidedAt })
    .where(and(eq(proposals.id, id), eq(proposals.state, 'proposed')))
    .returning();
  if (!settled) throw new Refused('proposalDecided');
  return settled;
}

/** @throws Refused 'ownProposal' for who made it, 'proposalNotDue' for the service before its time */
function requireSecond(actor: Actor, { proposedBy, dueAt }: Proposal, now: Date): void {
  if (actor.kind === 'user' && actor.userId === proposedBy) throw new Refused('ownProposal');
  if (actor.kind !== 'user' && (dueAt === null || dueAt > now)) throw new Refused('proposalNotDue');
}

/** @throws Refused 'changedSince' if what the change would touch is no longer as it was when it was proposed */
async function requireUnchanged(tx: Tx, actor: Actor, change: Change, courtNow: Date): Promise<void> {
  const present = await changeAtPresent(tx, actor, change, courtNow).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!isDeepStrictEqual(present, change)) throw new Refused('changedSince');
}

/**
 * Approves a proposal and carries it out, in one transaction. The service approves one that is due.
 * @param notice tells the filer, if the change is about a filing
 * @throws NotFound without the permission of the act; ConfirmationNeeded; Refused 'ownProposal', 'proposalNotDue',
 *   'proposalDecided', 'changedSince', or with what stands against the change by now; Outdated as the act
 */
export async function approveProposal(
  actor: Actor,
  id: string,
  notice: Notice | undefined,
  times: Times,
): Promise<void> {
  const { now } = times;
  const proposal = await getProposal(actor, id);
  requireFactor(actor, 'decide proposal', now);
  requireSecond(actor, proposal, now);
  await db().transaction(async (tx) => {
    const decidedBy = actor.kind === 'user' ? actor.userId : null;
    const settled = await settle(tx, id, { state: 'approved', decidedBy }, now);
    tracepoint('proposal-approved', id);
    await requireUnchanged(tx, actor, settled.change, times.courtNow);
    const { subject, reason, proposedBy } = settled;
    const details = { ...detailsOf(settled), reason, proposedBy };
    await record(tx, actor, { action: 'approve proposal', subject, details }, now);
    await carryOut(tx, actor, settled, notice, times);
    tracepoint('proposal-carried-out', id);
  });
  tracepoint('proposal-committed', id);
}

/**
 * Refuses another person's proposal.
 * @throws NotFound without the permission of the act; ConfirmationNeeded; Refused 'ownProposal', 'proposalDecided'
 */
export async function refuseProposal(
  actor: UserActor,
  id: string,
  decisionReason: string,
  now: Date,
): Promise<void> {
  const proposal = await getProposal(actor, id);
  requireFactor(actor, 'decide proposal', now);
  requireSecond(actor, proposal, now);
  await db().transaction(async (tx) => {
    const decision = { state: 'refused', decidedBy: actor.userId, decisionReason } as const;
    const settled = await settle(tx, id, decision, now);
    const details = { ...detailsOf(settled), reason: decisionReason };
    await record(tx, actor, { action: 'refuse proposal', subject: settled.subject, details }, now);
  });
}

/** Takes back the actor's own proposal. @throws NotFound; Refused 'notOwnProposal', 'proposalDecided' */
export async function takeBackProposal(actor: UserActor, id: string, now: Date): Promise<void> {
  const { proposedBy } = await getProposal(actor, id);
  if (proposedBy !== actor.userId) throw new Refused('notOwnProposal');
  await db().transaction(async (tx) => {
    const settled = await settle(tx, id, { state: 'taken-back', decidedBy: actor.userId }, now);
    const entry = { subject: settled.subject, details: detailsOf(settled) };
    await record(tx, actor, { action: 'take back proposal', ...entry }, now);
  });
}

/** The proposals that the service itself has to carry out by now, the longest due first; at most 100. */
export async function listDueProposals(now: Date): Promise<Proposal[]> {
  return db()
    .select()
    .from(proposals)
    .where(and(eq(proposals.state, 'proposed'), lte(proposals.dueAt, now)))
    .orderBy(asc(proposals.dueAt))
    .limit(100);
}

/** Whether who made a proposal still could: not locked out, not gone and not of a lesser role since. */
export async function isStillProposers({ kind, proposedBy }: Proposal): Promise<boolean> {
  const [user] = await db().select().from(users).where(eq(users.id, proposedBy));
  if (!user || user.lockedAt !== null || user.closedAt !== null) return false;
  return grants(user.role, acts[kind].permission);
}

/** Closes a proposal that the service cannot carry out. If somebody decided meanwhile, nothing happens. */
export async function lapseProposal(id: string, why: string, now: Date): Promise<void> {
  const actor = { kind: 'system' } as const;
  await db()
    .transaction(async (tx) => {
      const settled = await settle(tx, id, { state: 'lapsed', decidedBy: null }, now);
      const details = { ...detailsOf(settled), why };
      await record(tx, actor, { action: 'lapse proposal', subject: settled.subject, details }, now);
    })
    .catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
}
