import { addDays } from 'date-fns';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { saveUserText } from '@/lib/data/account/desk/user-texts';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { oneTimeTokens, profiles, users } from '@/lib/data/db/schema/account';
import { knownDevices } from '@/lib/data/db/schema/sign-in';
import { confirmedAt } from '@/lib/data/mail/verified-emails';
import { findToken, issueToken, redeemToken } from '@/lib/data/secrets/tokens';
import { endSessions } from '@/lib/data/sign-in/sessions';
import type { Actor } from '@/lib/domain/access/access';

/**
 * The owner of an account learns of a change of its e-mail addresses at the addresses that they confirmed before. The
 * message carries a link that takes the change back, for the case that somebody else made it.
 */

/** Days for which the link works. */
export const undoDays = 7;

const purposes = { recovery: 'undo-recovery-email', contact: 'undo-contact-email' } as const;
type Use = keyof typeof purposes;

/**
 * Makes the token of the link. @param former the address that counted before the change; '' if there was none
 */
export function issueUndo(tx: Db, userId: string, use: Use, former: string, now: Date): Promise<string> {
  return issueToken(tx, purposes[use], addDays(now, undoDays), { userId, email: former });
}

export type EmailUndo = { id: string; userId: string; use: Use; former: string };

/** The change that the token takes back; null if the token is unknown, used or expired, or the account closed. */
export async function findUndo(token: string, now: Date, tx: Db = db()): Promise<EmailUndo | null> {
  for (const use of ['recovery', 'contact'] as const) {
    const found = await findToken(tx, purposes[use], token, now);
    if (!found?.userId) continue;
    const isOpen = await tx.$count(users, and(eq(users.id, found.userId), isNull(users.closedAt)));
    if (isOpen) return { id: found.id, userId: found.userId, use, former: found.email ?? '' };
  }
  return null;
}

async function restore(tx: Tx, { userId, use, former }: EmailUndo, now: Date): Promise<void> {
  if (use === 'recovery') {
    const before = { recoveryEmail: former || null, pendingEmail: null };
    await tx.update(users).set(before).where(eq(users.id, userId));
    return;
  }
  const contact = sql`jsonb_set(${profiles.contact}, '{email}', to_jsonb(${former}::text))`;
  const emailVerifiedAt = await confirmedAt(tx, userId, former);
  await tx
    .update(profiles)
    .set({ contact, emailVerifiedAt, updatedAt: now })
    .where(eq(profiles.userId, userId));
}

/** No link that was sent meanwhile works any more, nobody stays signed in, and no browser is known. */
async function shutOut(tx: Tx, { id, userId }: EmailUndo, now: Date): Promise<void> {
  const others = and(
    eq(oneTimeTokens.userId, userId),
    ne(oneTimeTokens.id, id),
    isNull(oneTimeTokens.usedAt),
  );
  await tx.update(oneTimeTokens).set({ usedAt: now }).where(others);
  await endSessions(tx, userId, 'owner', now);
  await tx.delete(knownDevices).where(eq(knownDevices.userId, userId));
}

/**
 * Takes the change back, once. All sessions of the account end.
 * @returns false if the token is used or expired, or the account was closed since
 */
export function undoEmailChange(actor: Actor, token: string, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const undo = await findUndo(token, now, tx);
    if (!undo || !(await redeemToken(tx, undo.id, now))) return false;
    await restore(tx, undo, now);
    await saveUserText(tx, undo.userId);
    await shutOut(tx, undo, now);
    await record(tx, actor, { action: 'take back e-mail change', subject: undo.userId }, now);
    return true;
  });
}
