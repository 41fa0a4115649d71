import { addDays } from 'date-fns';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { sessions } from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { endSessions } from '@/lib/data/sign-in/sessions';
import { IDLE_DAYS, IDLE_TOLD_DAYS, UNUSED_ACCOUNT } from '@/lib/domain/account/idle';

/** Accounts of staff that nobody used for long: their owner is told, and two weeks later they are locked. */

/** The last act in a session that had its second step; at the earliest when the account got its role or was unlocked. */
const lastUsedAt = sql`greatest(${users.createdAt}, ${users.idleSince}, (
  select max(s.last_active_at) from ${sessions} as s where s.user_id = ${users.id} and not s.second_step_due))`;

const instant = (at: Date) => sql.param(at, users.createdAt);

/** Locks the rows of open accounts of staff unused since an instant, the longest unused first. */
const lockUnused = (tx: Tx, since: Date, which: SQL) =>
  tx
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(
      and(
        sql`${users.role} <> 'filer'`,
        isNull(users.lockedAt),
        isNull(users.closedAt),
        sql`${lastUsedAt} <= ${instant(since)}`,
        which,
      ),
    )
    .orderBy(asc(lastUsedAt))
    .for('update', { skipLocked: true });

/**
 * Tells the owners of accounts that will be locked in two weeks, once for each last use, at their verified addresses.
 * @param now the system's time
 * @returns how many
 */
export function tellIdleStaff(letter: (until: Date) => Promise<Letter>, now: Date): Promise<number> {
  return db().transaction(async (tx) => {
    const untold = sql`(${users.idleToldAt} is null or ${users.idleToldAt} < ${lastUsedAt})`;
    const unused = await lockUnused(tx, addDays(now, IDLE_TOLD_DAYS - IDLE_DAYS), untold);
    if (unused.length === 0) return 0;
    const told = await letter(addDays(now, IDLE_TOLD_DAYS));
    for (const { id } of unused) {
      await tx.update(users).set({ idleToldAt: now }).where(eq(users.id, id));
      await tellOwner(tx, id, { kind: 'account-changed', letter: told }, now);
    }
    return unused.length;
  });
}

/** Locks the rows of all administrators who can sign in, so that no two transactions take the last but one each. */
async function lockAdministrators(tx: Tx): Promise<number> {
  const open = and(eq(users.role, 'administrator'), isNull(users.lockedAt), isNull(users.closedAt));
  const rows = await tx.select({ id: users.id }).from(users).where(open).orderBy(users.id).for('update');
  return rows.length;
}

/**
 * Locks accounts of staff that were unused for 90 days and whose owners were told two weeks ago or earlier. The last
 * administrator who can sign in keeps their account.
 * @param now the system's time
 * @returns how many
 */
export function lockIdleStaff(notice: Letter, now: Date): Promise<number> {
  return db().transaction(async (tx) => {
    let administrators = await lockAdministrators(tx);
    const toldLongAgo = sql`${users.idleToldAt} >= ${lastUsedAt}
      and ${users.idleToldAt} <= ${instant(addDays(now, -IDLE_TOLD_DAYS))}`;
    let locked = 0;
    for (const { id, role } of await lockUnused(tx, addDays(now, -IDLE_DAYS), toldLongAgo)) {
      if (role === 'administrator' && administrators === 1) continue;
      if (role === 'administrator') administrators -= 1;
      await tx.update(users).set({ lockedAt: now, lockedReason: UNUSED_ACCOUNT }).where(eq(users.id, id));
      await endSessions(tx, id, 'lock', now);
      await record(tx, { kind: 'system' }, { action: 'lock unused account', subject: id }, now);
      await tellOwner(tx, id, { kind: 'account-changed', letter: notice }, now);
      locked += 1;
    }
    return locked;
  });
}
