import { eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { authenticators, passkeys, recoveryCodes } from '@/lib/data/db/schema/sign-in';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { endSessions } from '@/lib/data/sign-in/sessions';
import { foldOneKeyId } from '@/lib/domain/account/one-key-id';

/** Removes every second step and recovery code of an account, in the transaction of the act that it is part of. */
export async function removeSecondSteps(tx: Tx, userId: string): Promise<void> {
  for (const steps of [authenticators, passkeys, recoveryCodes])
    await tx.delete(steps).where(eq(steps.userId, userId));
}

/**
 * Removes every second step and recovery code of an account, and ends its sessions: its owner signs in by the
 * password and sets a step up anew. For whoever runs the service, of an owner who lost them all.
 * @throws NotFound
 */
export function resetSecondSteps(oneKeyId: string, notice: Letter, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.oneKeyIdFolded, foldOneKeyId(oneKeyId)))
      .for('update');
    if (!user) throw new NotFound('user');
    await removeSecondSteps(tx, user.id);
    await endSessions(tx, user.id, 'staff', now);
    await record(tx, { kind: 'system' }, { action: 'reset second steps', subject: user.id }, now);
    await tellOwner(tx, user.id, { kind: 'account-changed', letter: notice }, now);
  });
}
