import { randomBytes } from 'node:crypto';
import { addHours, addMinutes } from 'date-fns';
import { and, eq, isNull } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { findAccount } from '@/lib/data/account/recoverable-accounts';
import { lockPerson, type UserLine } from '@/lib/data/account/user-administration';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { oneTimeTokens, users } from '@/lib/data/db/schema/account';
import { nobody } from '@/lib/data/db/uuid';
import type { Letter } from '@/lib/data/mail/outbox';
import { tellOwner } from '@/lib/data/mail/verified-emails';
import { recoveryMinutes } from '@/lib/data/recovery/recovery';
import { findToken, issueToken, redeemToken } from '@/lib/data/secrets/tokens';
import { type Actor, isStaffRole } from '@/lib/domain/access/access';
import { longCodeFrom, normaliseLongCode } from '@/lib/domain/sign-in/second-step';

/**
 * In-person codes. Who stands before the court's staff and shows who they are gets a code, with which they choose a
 * new password. It is the way back that no stranger can close. It passes by no second step.
 */

const purpose = 'in-person-code';
const hoursValid = 1;

/** Whether a code may be given for the account. Never for staff: whoever gave it could act in their place. */
export function mayBeLetIn({ role, lockedAt, closedAt }: UserLine): boolean {
  return !isStaffRole(role) && !lockedAt && !closedAt;
}

/**
 * Makes a code for the account of a person who stands before the actor. It works once, within an hour; an earlier
 * one stops working. The owner is told at every verified e-mail address.
 * @returns the code, to be shown once; the database keeps only its hash
 * @throws NotFound, also for staff, locked and closed accounts; ConfirmationNeeded; Refused 'ownAccount'
 */
export function giveInPersonCode(actor: Actor, id: string, notice: Letter, now: Date): Promise<string> {
  const code = longCodeFrom(randomBytes(10));
  return db().transaction(async (tx) => {
    const { person, by } = await lockPerson(tx, actor, id, 'give in-person code', now);
    if (!mayBeLetIn(person)) throw new NotFound('user');
    const earlier = and(eq(oneTimeTokens.userId, id), eq(oneTimeTokens.purpose, purpose));
    await tx
      .update(oneTimeTokens)
      .set({ usedAt: now })
      .where(and(earlier, isNull(oneTimeTokens.usedAt)));
    await issueToken(tx, purpose, addHours(now, hoursValid), { userId: id, token: normaliseLongCode(code) });
    await record(tx, by, { action: 'give in-person code', subject: id }, now);
    await tellOwner(tx, id, { kind: 'account-changed', letter: notice }, now);
    return code;
  });
}

/**
 * Uses up a code. Its 80 random bits cannot be guessed, so no count of wrong ones keeps the right one out.
 * @returns the token for choosing a new password; null for a code that is wrong, used or expired
 */
export function redeemInPersonCode(actor: Actor, code: string, now: Date): Promise<string | null> {
  return db().transaction(async (tx) => {
    const found = await findToken(tx, purpose, normaliseLongCode(code), now);
    const account = found && (await findAccount(tx, eq(users.id, found.userId ?? nobody)));
    const entry = { action: 'use in-person code', subject: account?.id ?? 'unknown' } as const;
    if (!account || account.isStaff || !(await redeemToken(tx, found.id, now))) {
      await record(tx, actor, { ...entry, outcome: 'refused' }, now);
      return null;
    }
    await record(tx, actor, entry, now);
    return issueToken(tx, 'new-password', addMinutes(now, recoveryMinutes), { userId: account.id });
  });
}
