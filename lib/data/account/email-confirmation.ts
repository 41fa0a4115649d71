import { randomUUID } from 'node:crypto';
import { addHours } from 'date-fns';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { saveUserText } from '@/lib/data/account/desk/user-texts';
import { record } from '@/lib/data/audit/audit';
import { type Db, db, type Tx } from '@/lib/data/db/db';
import { copyEmails, oneTimeTokens, profiles, users } from '@/lib/data/db/schema/account';
import { noteConfirmed } from '@/lib/data/mail/filing-mail';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import { findToken, issueToken, redeemToken } from '@/lib/data/secrets/tokens';
import type { Actor, UserActor } from '@/lib/domain/access/access';
import { foldEmail, storedForms } from '@/lib/domain/contact/email';

/**
 * An e-mail address counts for recovery and notices once its reader has confirmed it by a link. The link
 * needs no sign-in, because the mail may be on another device.
 */

/** Hours for which a link is valid. */
export const confirmationHours = 24;

const purposes = {
  recovery: 'verify-recovery-email',
  contact: 'verify-contact-email',
  copy: 'verify-copy-email',
} as const;
/** The use of an e-mail address of which an account has one. */
export type EmailUse = 'recovery' | 'contact';

/** Makes the message with the link that carries the token. */
export type LinkLetter = (token: string) => Promise<Letter>;

/** An e-mail address to be confirmed. Without `letter` no link is sent now; the owner can ask for one later. */
export type EmailToConfirm = { email: string; letter: LinkLetter | undefined };

/** Mails the link to the address itself. Earlier links for the same use stop working; those to other copies go on. */
export async function askToConfirm(
  tx: Db,
  userId: string,
  use: keyof typeof purposes,
  { email, letter }: EmailToConfirm,
  now: Date,
): Promise<void> {
  if (!letter) return;
  const purpose = purposes[use];
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(
      and(
        eq(oneTimeTokens.userId, userId),
        eq(oneTimeTokens.purpose, purpose),
        use === 'copy' ? eq(oneTimeTokens.email, email) : undefined,
        isNull(oneTimeTokens.usedAt),
      ),
    );
  const token = await issueToken(tx, purpose, addHours(now, confirmationHours), { userId, email });
  const dedupeKey = `confirm-email/${userId}/${randomUUID()}`;
  await queueMail(tx, { kind: 'confirm-email', dedupeKey, recipient: email, ...(await letter(token)) }, now);
}

/**
 * Asks for a confirmation unless a link that is still good was sent to the same address for the account's other use:
 * one link confirms the address in both places. The owner can ask for another link at any time.
 */
export async function askOnceToConfirm(
  tx: Db,
  userId: string,
  use: EmailUse,
  { email, letter }: EmailToConfirm,
  now: Date,
): Promise<void> {
  const other = purposes[use === 'contact' ? 'recovery' : 'contact'];
  const [open] = await tx
    .select({ id: oneTimeTokens.id })
    .from(oneTimeTokens)
    .where(
      and(
        eq(oneTimeTokens.userId, userId),
        eq(oneTimeTokens.purpose, other),
        isSameEmail(oneTimeTokens.email, email),
        isNull(oneTimeTokens.usedAt),
        gt(oneTimeTokens.expiresAt, now),
      ),
    )
    .limit(1);
  if (!open) await askToConfirm(tx, userId, use, { email, letter }, now);
}

/** The actor's e-mail address of this use if it is unconfirmed, else null. */
export async function findUnconfirmed(actor: UserActor, use: EmailUse): Promise<string | null> {
  const [row] = await db()
    .select({
      pending: users.pendingEmail,
      contact: profiles.contact,
      verifiedAt: profiles.emailVerifiedAt,
    })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(eq(users.id, actor.userId));
  if (!row) return null;
  return use === 'recovery' ? row.pending : row.verifiedAt ? null : (row.contact?.email ?? null);
}

/** Sends the link again if the actor's e-mail address of this use is unconfirmed. */
export async function askAgain(
  actor: UserActor,
  use: EmailUse,
  letter: LinkLetter,
  now: Date,
): Promise<void> {
  const email = await findUnconfirmed(actor, use);
  if (!email) return;
  await db().transaction(async (tx) => {
    await askToConfirm(tx, actor.userId, use, { email, letter }, now);
    await record(tx, actor, { action: 'send e-mail confirmation again', subject: actor.userId }, now);
  });
}

async function findProof(tx: Db, token: string, now: Date) {
  for (const purpose of Object.values(purposes)) {
    const found = await findToken(tx, purpose, token, now);
    if (found?.userId && found.email) return { ...found, userId: found.userId, email: found.email };
  }
  return null;
}

const isSameEmail = (column: PgColumn | ReturnType<typeof sql>, email: string) =>
  inArray(sql`lower(${column})`, storedForms(email));

const contactEmail = sql`${profiles.contact} ->> 'email'`;

/**
 * Whether the account still has the e-mail address. An old link does not confirm an address that was changed
 * since.
 */
async function isOnFile(tx: Db, userId: string, email: string): Promise<boolean> {
  const [row] = await tx
    .select({ pending: users.pendingEmail, contact: profiles.contact })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(and(eq(users.id, userId), isNull(users.closedAt)));
  if (!row) return false;
  const copies = await tx.select().from(copyEmails).where(eq(copyEmails.userId, userId));
  const onFile = [row.pending, row.contact?.email, ...copies.map((copy) => copy.email)];
  return onFile.filter((one) => one != null).some((one) => foldEmail(one) === foldEmail(email));
}

/**
 * The e-mail address that the token confirms; null if the token is unknown, used or expired, or the address
 * is no longer on file.
 */
export async function findEmailToConfirm(token: string, now: Date): Promise<string | null> {
  const proof = await findProof(db(), token, now);
  return proof && (await isOnFile(db(), proof.userId, proof.email)) ? proof.email : null;
}

/**
 * Confirms the e-mail address in each place where the account has it: for recovery, in the contact
 * information, or both.
 */
async function confirm(tx: Tx, userId: string, email: string, now: Date): Promise<void> {
  await tx
    .update(users)
    .set({ recoveryEmail: users.pendingEmail, pendingEmail: null })
    .where(and(eq(users.id, userId), isSameEmail(users.pendingEmail, email)));
  await tx
    .update(profiles)
    .set({ emailVerifiedAt: now })
    .where(and(eq(profiles.userId, userId), isSameEmail(contactEmail, email)));
  await noteConfirmed(tx, userId, email, now);
}

/**
 * Confirms the e-mail address, once.
 * @returns false if the token is used or expired or the address no longer on file
 */
export function confirmEmail(actor: Actor, token: string, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const proof = await findProof(tx, token, now);
    if (!proof || !(await isOnFile(tx, proof.userId, proof.email))) return false;
    if (!(await redeemToken(tx, proof.id, now))) return false;
    await confirm(tx, proof.userId, proof.email, now);
    await saveUserText(tx, proof.userId);
    await record(tx, actor, { action: 'confirm e-mail address', subject: proof.userId }, now);
    return true;
  });
}
