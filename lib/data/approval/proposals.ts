import { and, count, desc, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { requireFactor } from '@/lib/data/access/require-factor';
import { changeAtPresent } from '@/lib/data/approval/present';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { proposals } from '@/lib/data/db/schema/approval';
import { isUuid } from '@/lib/data/db/uuid';
import { type Actor, can, type UserActor } from '@/lib/domain/access/access';
import { basisOf, beforeAndAfter } from '@/lib/domain/approval/in-short';
import { acts, type ProposalKind, subjectOf, WAIT_MS, type Wish } from '@/lib/domain/approval/proposal';
import type { Times } from '@/lib/domain/court/calendar';
import { env } from '@/lib/env';

export type Proposal = typeof proposals.$inferSelect;

/** What the audit log keeps with each step of a proposal. */
export const detailsOf = ({ id, kind, change }: Pick<Proposal, 'id' | 'kind' | 'change'>) => ({
  ...{ proposal: id, kind },
  ...beforeAndAfter(change),
  ...basisOf(change),
});

/**
 * Proposes a change that a second person approves, or that the service carries out after a while where the
 * office has nobody else.
 * @param reason why, which is shown to who decides and kept
 * @param secondPerson whether it takes one
 * @returns the proposal's id
 * @throws NotFound without the permission of the act; ConfirmationNeeded; Refused 'alreadyProposed', or with what
 *   stands against the change
 */
export async function propose(
  actor: UserActor,
  wish: Wish,
  reason: string,
  { now, courtNow }: Times,
  secondPerson: 'required' | 'wait' = env.SECOND_PERSON,
): Promise<string> {
  const { permission, act } = acts[wish.kind];
  if (!can(actor, permission)) throw new NotFound('proposal');
  requireFactor(actor, act, now);
  return db().transaction(async (tx) => {
    const change = await changeAtPresent(tx, actor, wish, courtNow);
    const subject = subjectOf(change);
    const dueAt = secondPerson === 'wait' ? new Date(now.getTime() + WAIT_MS) : null;
    const row = { kind: change.kind, subject, change, reason, dueAt };
    const [made] = await tx
      .insert(proposals)
      .values({ ...row, proposedBy: actor.userId, proposedAt: now })
      .onConflictDoNothing()
      .returning();
    if (!made) throw new Refused('alreadyProposed');
    const details = { ...detailsOf(made), reason };
    await record(tx, actor, { action: 'propose change', subject, details }, now);
    return made.id;
  });
}

/** The kinds that the actor may propose and approve. */
export function kindsOf(actor: Actor): ProposalKind[] {
  const kinds = Object.keys(acts) as ProposalKind[];
  return kinds.filter((kind) => can(actor, acts[kind].permission));
}

/** @throws NotFound for an unknown one and without the permission of its act */
export async function getProposal(actor: Actor, id: string, tx: Db = db()): Promise<Proposal> {
  if (!isUuid(id)) throw new NotFound('proposal');
  const [found] = await tx.select().from(proposals).where(eq(proposals.id, id));
  if (!found || !can(actor, acts[found.kind].permission)) throw new NotFound('proposal');
  return found;
}

/** How many proposals wait for the actor's decision: not their own. */
export async function countForMe(actor: UserActor): Promise<number> {
  const kinds = kindsOf(actor);
  if (kinds.length === 0) return 0;
  const others = and(eq(proposals.state, 'proposed'), ne(proposals.proposedBy, actor.userId));
  const [row] = await db()
    .select({ waiting: count() })
    .from(proposals)
    .where(and(others, inArray(proposals.kind, kinds)));
  return row?.waiting ?? 0;
}

/** Proposals with the ONE-key IDs of who proposed and who decided. */
function withNames() {
  const decider = alias(users, 'decider');
  return db()
    .select({ proposal: proposals, proposer: users.oneKeyId, decider: decider.oneKeyId })
    .from(proposals)
    .innerJoin(users, eq(users.id, proposals.proposedBy))
    .leftJoin(decider, eq(decider.id, proposals.decidedBy));
}

/**
 * What waits, the longest first, and the last twenty that were decided.
 * @throws NotFound for anyone who can approve nothing
 */
export async function listProposals(actor: Actor) {
  const kinds = kindsOf(actor);
  if (kinds.length === 0) throw new NotFound('proposals');
  const mine = inArray(proposals.kind, kinds);
  const waiting = await withNames()
    .where(and(mine, eq(proposals.state, 'proposed')))
    .orderBy(proposals.proposedAt);
  const decided = await withNames()
    .where(and(mine, ne(proposals.state, 'proposed')))
    .orderBy(desc(proposals.decidedAt))
    .limit(20);
  return { waiting, decided };
}
export type ListedProposal = Awaited<ReturnType<typeof listProposals>>['waiting'][number];

/** These proposals, of kinds that the caller knows the actor may decide. */
export async function listed(ids: string[]): Promise<ListedProposal[]> {
  return ids.length === 0 ? [] : withNames().where(inArray(proposals.id, ids));
}

/** One proposal. @throws NotFound as `getProposal` */
export async function getListedProposal(actor: Actor, id: string): Promise<ListedProposal> {
  await getProposal(actor, id);
  const [listed] = await withNames().where(eq(proposals.id, id));
  if (!listed) throw new NotFound('proposal');
  return listed;
}

/** The kinds of changes that wait for a decision about one filing. @throws NotFound for anyone but staff */
export async function listWaitingFor(actor: Actor, reference: string): Promise<ProposalKind[]> {
  if (!can(actor, 'read-filings')) throw new NotFound('proposals');
  const waiting = and(eq(proposals.subject, reference), eq(proposals.state, 'proposed'));
  return (await db().select({ kind: proposals.kind }).from(proposals).where(waiting)).map(({ kind }) => kind);
}
