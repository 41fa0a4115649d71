import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { nobody } from '@/lib/data/db/uuid';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import { withMinimumDuration } from '@/lib/data/secrets/minimum-duration';
import type { Token } from '@/lib/data/secrets/tokens';
import { type Actor, isStaffRole } from '@/lib/domain/access/access';
import { foldEmail, storedForms } from '@/lib/domain/contact/email';

/**
 * Accounts that can be recovered: those that are neither locked nor closed. Also the proofs of their owners,
 * and their IDs.
 */

/**
 * `email` is the verified address for recovery. An address in the contact information does not count, because
 * whoever holds the session can write it there.
 */
export type RecoverableAccount = { id: string; oneKeyId: string; email: string | null; isStaff: boolean };

async function listAccounts(tx: Db, which: SQL | undefined): Promise<RecoverableAccount[]> {
  const rows = await tx
    .select({ id: users.id, oneKeyId: users.oneKeyId, role: users.role, email: users.recoveryEmail })
    .from(users)
    .where(and(which, isNull(users.lockedAt), isNull(users.closedAt)))
    .orderBy(users.oneKeyIdFolded);
  return rows.map((row) => ({
    id: row.id,
    oneKeyId: row.oneKeyId,
    email: row.email,
    isStaff: isStaffRole(row.role),
  }));
}

/** The account that `which` selects; null if there is none or it may not be recovered. */
export async function findAccount(tx: Db, which: SQL): Promise<RecoverableAccount | null> {
  const [account] = await listAccounts(tx, which);
  return account ?? null;
}

/** Whether answers count from a person who gave the ID but opened no link. */
export function countsWithoutLink({ email, isStaff }: RecoverableAccount): boolean {
  return email === null && !isStaff;
}

/**
 * The account that the token opens, judged by the data on file now. An e-mail address that was verified or
 * given up since the token was issued counts at once.
 */
export async function accountOf(tx: Db, token: Token): Promise<RecoverableAccount | null> {
  const account = await findAccount(tx, eq(users.id, token.userId ?? nobody));
  if (!account) return null;
  const { email } = token;
  const opens = email ? foldEmail(account.email ?? '') === foldEmail(email) : countsWithoutLink(account);
  return opens ? account : null;
}

/** The span of five minutes that the instant lies in. Each kind of message is mailed once in it, as its key says. */
export const mailSpan = (now: Date): number => Math.floor(now.getTime() / (5 * 60_000));

/**
 * Mails to an e-mail address the ONE-key IDs that have it on file for recovery, if there are any. The answer takes
 * the same minimum duration for known and unknown addresses.
 */
export function mailOneKeyIds(
  actor: Actor,
  email: string,
  render: (oneKeyIds: string[]) => Promise<Letter>,
  now: Date,
): Promise<void> {
  return withMinimumDuration(() => mailIds(actor, email, render, now));
}

async function mailIds(
  actor: Actor,
  email: string,
  render: (oneKeyIds: string[]) => Promise<Letter>,
  now: Date,
): Promise<void> {
  const accounts = await listAccounts(db(), inArray(sql`lower(${users.recoveryEmail})`, storedForms(email)));
  // Rendered even without accounts, so that the duration reveals nothing.
  const letter = await render(accounts.map(({ oneKeyId }) => oneKeyId));
  const [first] = accounts;
  await db().transaction(async (tx) => {
    await record(tx, actor, { action: 'recover ONE-key ID', subject: first?.id ?? 'unknown' }, now);
    const recipient = first?.email;
    if (!recipient) return;
    const dedupeKey = `one-key-ids/${first.id}/${mailSpan(now)}`;
    await queueMail(tx, { kind: 'one-key-ids', dedupeKey, recipient, ...letter }, now);
  });
}
