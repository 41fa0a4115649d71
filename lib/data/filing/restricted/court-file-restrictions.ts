import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { NotFound } from '@/lib/data/access/errors';
import { isOpen, restrictedColumns } from '@/lib/data/access/restricted';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { proposals } from '@/lib/data/db/schema/approval';
import { restrictions } from '@/lib/data/db/schema/court';
import { filings } from '@/lib/data/db/schema/filing';
import { summary } from '@/lib/data/filing/filings';
import { type Actor, can } from '@/lib/domain/access/access';

/**
 * All restrictions that a court file has or had, the newest first, each with the ONE-key IDs of who proposed and who
 * approved it, and its lifting; null for the service.
 * @throws NotFound for anyone but registrars
 */
export async function listRestrictions(actor: Actor, fileNumber: string) {
  if (!can(actor, 'read-restricted')) throw new NotFound('restrictions');
  const [set, lift] = [alias(proposals, 'set'), alias(proposals, 'lift')];
  const [setter, approver] = [alias(users, 'setter'), alias(users, 'approver')];
  const [lifter, liftApprover] = [alias(users, 'lifter'), alias(users, 'lift_approver')];
  return db()
    .select({
      restriction: restrictions,
      setBy: setter.oneKeyId,
      approvedBy: approver.oneKeyId,
      liftedBy: lifter.oneKeyId,
      liftApprovedBy: liftApprover.oneKeyId,
    })
    .from(restrictions)
    .innerJoin(set, eq(set.id, restrictions.proposalId))
    .innerJoin(setter, eq(setter.id, set.proposedBy))
    .leftJoin(approver, eq(approver.id, set.decidedBy))
    .leftJoin(lift, eq(lift.id, restrictions.liftProposalId))
    .leftJoin(lifter, eq(lifter.id, lift.proposedBy))
    .leftJoin(liftApprover, eq(liftApprover.id, lift.decidedBy))
    .where(eq(restrictions.fileNumber, fileNumber))
    .orderBy(desc(restrictions.since), desc(restrictions.id));
}
export type ListedRestriction = Awaited<ReturnType<typeof listRestrictions>>[number];

/**
 * What a clerk sees of a filing in a court file that is closed to them: its number and state. Null for a filing that is
 * not, and for a registrar, who sees all of it. The audit log records the look.
 * @throws NotFound for anyone but staff
 */
export async function findClosedFiling(actor: Actor, reference: string, now: Date) {
  if (!can(actor, 'read-filings')) throw new NotFound('filing');
  if (can(actor, 'read-restricted')) return null;
  const { state, laterKind, fileNumber } = summary;
  const [found] = await db()
    .select({ reference: filings.reference, state, laterKind, fileNumber, ...restrictedColumns })
    .from(filings)
    .where(and(eq(filings.reference, reference), sql`not (${isOpen()})`));
  if (!found) return null;
  await record(db(), actor, { action: 'view filing', subject: reference }, now);
  return found;
}
export type ClosedFiling = NonNullable<Awaited<ReturnType<typeof findClosedFiling>>>;
