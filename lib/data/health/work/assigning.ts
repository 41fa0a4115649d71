import { and, eq } from 'drizzle-orm';
import { NotFound, Refused, TakenMeanwhile } from '@/lib/data/access/errors';
import { getProposal } from '@/lib/data/approval/proposals';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { workAssignments } from '@/lib/data/db/schema/desk';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { isUuid } from '@/lib/data/db/uuid';
import { assignFiling, isColleague } from '@/lib/data/filing/desk/assignment';
import { isMailOpenTo } from '@/lib/data/mail/suppression';
import { can, grants, type UserActor } from '@/lib/domain/access/access';
import { acts } from '@/lib/domain/approval/proposal';
import type { WorkItem } from '@/lib/domain/health/work';

type Move = {
  /** Who had it on the page from which it is given; null for nobody. */
  seen: string | null;
  /** Who is to have it; null to give it back to all. */
  to: string | null;
};
type Own = { kind: 'mail' | 'approval'; subject: string };

/**
 * Gives a piece of work to a member of staff, or back to all. A filing's, and that of messages about it, is the filing's own
 * assignment. Of two who take it at once one has it, and the other is told.
 * @throws NotFound for anyone but staff and for what the actor may not see; TakenMeanwhile if somebody else
 *   has it by now; Refused 'chooseColleague' unless `to` may do it
 */
export async function assignWork(actor: UserActor, item: WorkItem, move: Move, now: Date): Promise<void> {
  if (!can(actor, 'assign-filings')) throw new NotFound('work');
  if (item.kind === 'hold' || item.kind === 'late') return assignFiling(actor, item.id, move, now);
  const own = { kind: item.kind, subject: item.id };
  if (item.kind === 'approval') {
    await requireDecider(actor, item.id, move.to);
    return assignOwn(actor, own, move, now);
  }
  const reference = await filingOfMail(actor, item.id);
  return reference ? assignFiling(actor, reference, move, now) : assignOwn(actor, own, move, now);
}

/** The reference of the filing that a message is about; null for none. @throws NotFound */
async function filingOfMail(actor: UserActor, id: string): Promise<string | null> {
  if (!can(actor, 'read-mail') || !isUuid(id)) throw new NotFound('mail');
  const [mail] = await db()
    .select({ reference: filings.reference })
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(and(eq(outbox.id, id), isMailOpenTo(actor)));
  if (!mail) throw new NotFound('mail');
  return mail.reference;
}

/** A proposal goes to nobody who could not decide it. @throws NotFound; Refused 'chooseColleague' */
async function requireDecider(actor: UserActor, id: string, to: string | null): Promise<void> {
  const { kind, proposedBy } = await getProposal(actor, id);
  if (to === null) return;
  const [user] = isUuid(to) ? await db().select().from(users).where(eq(users.id, to)) : [];
  const mayDecide = user && user.id !== proposedBy && grants(user.role, acts[kind].permission);
  if (!mayDecide) throw new Refused('chooseColleague');
}

async function assignOwn(actor: UserActor, own: Own, { seen, to }: Move, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    if (to !== null && !(await isColleague(tx, to))) throw new Refused('chooseColleague');
    if (!(await isMoved(tx, own, { seen, to }, now)))
      throw new TakenMeanwhile('workTakenMeanwhile', await holderOf(tx, own));
    const details = { kind: own.kind, before: seen ?? 'nobody', after: to ?? 'nobody' };
    await record(tx, actor, { action: 'assign work', subject: own.subject, details }, now);
  });
}

/** The ONE-key ID of who has it; null for nobody. */
async function holderOf(tx: Db, { kind, subject }: Own): Promise<string | null> {
  const [found] = await tx
    .select({ oneKeyId: users.oneKeyId })
    .from(workAssignments)
    .innerJoin(users, eq(users.id, workAssignments.userId))
    .where(and(eq(workAssignments.kind, kind), eq(workAssignments.subject, subject)));
  return found?.oneKeyId ?? null;
}

/** Whether it was still as it was seen. */
async function isMoved(tx: Db, own: Own, { seen, to }: Move, assignedAt: Date): Promise<boolean> {
  if (seen !== null && !isUuid(seen)) return false;
  const isSame = and(eq(workAssignments.kind, own.kind), eq(workAssignments.subject, own.subject));
  if (seen === null && to === null) return (await tx.$count(workAssignments, isSame)) === 0;
  const changed = { subject: workAssignments.subject };
  if (seen === null) {
    const row = { ...own, userId: to ?? '', assignedAt };
    const taken = await tx.insert(workAssignments).values(row).onConflictDoNothing().returning(changed);
    return taken.length === 1;
  }
  const asSeen = and(isSame, eq(workAssignments.userId, seen));
  const moved =
    to === null
      ? await tx.delete(workAssignments).where(asSeen).returning(changed)
      : await tx.update(workAssignments).set({ userId: to, assignedAt }).where(asSeen).returning(changed);
  return moved.length === 1;
}
