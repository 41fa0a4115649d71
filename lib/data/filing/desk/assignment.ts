import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { NotFound, Refused, TakenMeanwhile } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { assignments } from '@/lib/data/db/schema/desk';
import { isUuid } from '@/lib/data/db/uuid';
import { filingIdFor } from '@/lib/data/filing/desk/filing-id';
import { type Actor, can, isStaffRole, roles } from '@/lib/domain/access/access';

/** A member of staff, by their login. */
export type Colleague = { id: string; oneKeyId: string };

const isActive = and(
  inArray(users.role, roles.filter(isStaffRole)),
  isNull(users.lockedAt),
  isNull(users.closedAt),
);

/** Everyone on staff who can sign in. @throws NotFound for anyone but staff */
export async function listColleagues(actor: Actor): Promise<Colleague[]> {
  if (!can(actor, 'assign-filings')) throw new NotFound('staff');
  return db()
    .select({ id: users.id, oneKeyId: users.oneKeyId })
    .from(users)
    .where(isActive)
    .orderBy(asc(users.oneKeyIdFolded));
}

/** Who has a filing; null for a free one. The caller has authorised the actor. */
export async function assigneeOf(filingId: string, tx: Db = db()): Promise<Colleague | null> {
  const [found] = await tx
    .select({ id: users.id, oneKeyId: users.oneKeyId })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.userId))
    .where(eq(assignments.filingId, filingId));
  return found ?? null;
}

/**
 * Gives a filing to a member of staff, or back to all. Of two who take it at once one has it, and the other is told.
 * @param change.seen who had it on the page from which it is given; null for nobody
 * @param change.to null to give it back
 * @throws NotFound for anyone but staff; TakenMeanwhile if somebody else has it by now; Refused 'chooseColleague'
 *   unless `to` is on staff
 */
export async function assignFiling(
  actor: Actor,
  reference: string,
  { seen, to }: { seen: string | null; to: string | null },
  now: Date,
): Promise<void> {
  if (!can(actor, 'assign-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const filingId = await filingIdFor(actor, reference, tx);
    if (to !== null && !(await isColleague(tx, to))) throw new Refused('chooseColleague');
    if (!(await moved(tx, filingId, seen, to, now))) {
      const holder = await assigneeOf(filingId, tx);
      throw new TakenMeanwhile('takenMeanwhile', holder?.oneKeyId ?? null);
    }
    const details = { before: seen ?? 'nobody', after: to ?? 'nobody' };
    await record(tx, actor, { action: 'assign filing', subject: reference, details }, now);
  });
}

/** Whether this is a member of staff who can sign in. */
export async function isColleague(tx: Db, id: string): Promise<boolean> {
  return isUuid(id) && (await tx.$count(users, and(eq(users.id, id), isActive))) === 1;
}

/** Whether the filing was still as it was seen. */
async function moved(tx: Db, filingId: string, seen: string | null, to: string | null, assignedAt: Date) {
  if (seen !== null && !isUuid(seen)) return false;
  if (seen === null && to === null) return (await assigneeOf(filingId, tx)) === null;
  return (await changeRow(tx, filingId, seen, to, assignedAt)).length === 1;
}

function changeRow(tx: Db, filingId: string, seen: string | null, to: string | null, assignedAt: Date) {
  const changed = { id: assignments.filingId };
  if (seen === null) {
    const row = { filingId, userId: to ?? '', assignedAt };
    return tx.insert(assignments).values(row).onConflictDoNothing().returning(changed);
  }
  const asSeen = and(eq(assignments.filingId, filingId), eq(assignments.userId, seen));
  if (to === null) return tx.delete(assignments).where(asSeen).returning(changed);
  return tx.update(assignments).set({ userId: to, assignedAt }).where(asSeen).returning(changed);
}
