import { and, asc, eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { askToConfirm, type EmailToConfirm, type LinkLetter } from '@/lib/data/account/email-confirmation';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { confirmedEmails, copyEmails, users } from '@/lib/data/db/schema/account';
import { isUuid } from '@/lib/data/db/uuid';
import { forgetConfirmed } from '@/lib/data/mail/filing-mail';
import { confirmedAt } from '@/lib/data/mail/verified-emails';
import { askPassword } from '@/lib/data/sign-in/confirmation';
import type { UserActor } from '@/lib/domain/access/access';
import { foldEmail } from '@/lib/domain/contact/email';

/** Further addresses to which the court sends copies of its messages about an account's claims. */

/** Addresses for copies that an account may have. */
export const MOST_COPIES = 3;

export type CopyEmail = { id: string; email: string; confirmedAt: Date | null };

/** The actor's addresses for copies, in the order in which they were added. */
export function listCopyEmails(actor: UserActor): Promise<CopyEmail[]> {
  const { userId, folded } = copyEmails;
  return db()
    .select({ id: copyEmails.id, email: copyEmails.email, confirmedAt: confirmedEmails.confirmedAt })
    .from(copyEmails)
    .leftJoin(confirmedEmails, and(eq(confirmedEmails.userId, userId), eq(confirmedEmails.email, folded)))
    .where(eq(userId, actor.userId))
    .orderBy(asc(copyEmails.createdAt));
}

/** Those of them to which copies go. */
export async function confirmedCopies(actor: UserActor): Promise<string[]> {
  const copies = await listCopyEmails(actor);
  return copies.filter((copy) => copy.confirmedAt).map(({ email }) => email);
}

/** Locks the account, so that nobody adds another address meanwhile. */
async function lockOwn(tx: Tx, actor: UserActor): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for('update');
}

/**
 * Adds an address, and mails it the link that confirms it, unless its reader confirmed it for this account before. It will
 * read the court's messages, so whoever only holds the session must not add it.
 * @throws Refused 'enterCurrentPassword', 'currentPasswordWrong', 'tooManyCopies', 'alreadyCopied'; MustWait
 */
export async function addCopyEmail(
  actor: UserActor,
  { email, letter }: EmailToConfirm,
  currentPassword: string,
  now: Date,
): Promise<void> {
  if (!currentPassword) throw new Refused('enterCurrentPassword');
  await askPassword(actor, currentPassword, now);
  const { userId } = actor;
  await db().transaction(async (tx) => {
    await lockOwn(tx, actor);
    const before = await tx.select().from(copyEmails).where(eq(copyEmails.userId, userId));
    if (before.some(({ folded }) => folded === foldEmail(email))) throw new Refused('alreadyCopied');
    if (before.length >= MOST_COPIES) throw new Refused('tooManyCopies');
    await tx.insert(copyEmails).values({ userId, email, folded: foldEmail(email), createdAt: now });
    await record(tx, actor, { action: 'add e-mail for copies', subject: userId }, now);
    if (!(await confirmedAt(tx, userId, email)))
      await askToConfirm(tx, userId, 'copy', { email, letter }, now);
  });
}

/** The actor's address by its id. @throws NotFound for another person's */
export async function getCopyEmail(actor: UserActor, id: string): Promise<CopyEmail> {
  const found = isUuid(id) && (await listCopyEmails(actor)).find((copy) => copy.id === id);
  if (!found) throw new NotFound('copy e-mail');
  return found;
}

/** Sends the link again to an address that is not confirmed. @throws NotFound for another person's */
export async function askCopyAgain(
  actor: UserActor,
  id: string,
  letter: LinkLetter,
  now: Date,
): Promise<void> {
  const { email, confirmedAt: isConfirmed } = await getCopyEmail(actor, id);
  if (isConfirmed) return;
  await db().transaction(async (tx) => {
    await askToConfirm(tx, actor.userId, 'copy', { email, letter }, now);
    await record(tx, actor, { action: 'send e-mail confirmation again', subject: actor.userId }, now);
  });
}

/** Removes an address: what has not left for it yet does not go. @throws NotFound for another person's */
export async function removeCopyEmail(actor: UserActor, id: string, now: Date): Promise<void> {
  if (!isUuid(id)) throw new NotFound('copy e-mail');
  const { userId } = actor;
  await db().transaction(async (tx) => {
    await lockOwn(tx, actor);
    const [gone] = await tx
      .delete(copyEmails)
      .where(and(eq(copyEmails.id, id), eq(copyEmails.userId, userId)))
      .returning({ email: copyEmails.email });
    if (!gone) throw new NotFound('copy e-mail');
    await forgetConfirmed(tx, userId, gone.email);
    await record(tx, actor, { action: 'remove e-mail for copies', subject: userId }, now);
  });
}
