import { randomUUID } from 'node:crypto';
import { addHours } from 'date-fns';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { record } from '@/lib/data/audit';
import { type Db, db, type Tx } from '@/lib/data/db';
import { queueMail } from '@/lib/data/outbox';
import { oneTimeTokens, profiles, users } from '@/lib/data/schema';
import { findToken, issueToken, redeemToken } from '@/lib/data/tokens';
import type { Letter } from '@/lib/data/verified-emails';
import type { Actor, UserActor } from '@/lib/domain/access';
import { foldEmail } from '@/lib/domain/email';

/**
 * An e-mail address counts for something (recovery, notices) once its reader confirmed it by a link. The link needs no
 * sign-in: who opens it may have the mail on another device.
 */

/** Hours for which a link lets an address be confirmed. */
export const confirmationHours = 24;

const purposes = { recovery: 'verify-recovery-email', contact: 'verify-contact-email' } as const;
/** Which address of an account. */
export type EmailUse = keyof typeof purposes;

/** Makes the message with the link that carries the token. */
export type LinkLetter = (token: string) => Promise<Letter>;

/** An address to be confirmed; without `letter` no link is sent now, and its owner can have one sent later. */
export type EmailToConfirm = { address: string; letter?: LinkLetter };

/** Mails the link to the address alone. Links sent before for the same use stop working. */
export async function askToConfirm(
  tx: Db,
  userId: string,
  use: EmailUse,
  { address, letter }: EmailToConfirm,
  now: Date,
): Promise<void> {
  if (!letter) return;
  const purpose = purposes[use];
  await tx
    .update(oneTimeTokens)
    .set({ usedAt: now })
    .where(
      and(eq(oneTimeTokens.userId, userId), eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt)),
    );
  const token = await issueToken(tx, purpose, addHours(now, confirmationHours), { userId, address });
  const dedupeKey = `confirm-email/${userId}/${randomUUID()}`;
  await queueMail(
    tx,
    { kind: 'confirm-email', dedupeKey, recipient: address, ...(await letter(token)) },
    now,
  );
}

/** Where the actor's address of this use waits to be confirmed; null when there is none or it is confirmed. */
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

/** Sends the link again where the actor's address still waits for it. */
export async function askAgain(
  actor: UserActor,
  use: EmailUse,
  letter: LinkLetter,
  now: Date,
): Promise<void> {
  const address = await findUnconfirmed(actor, use);
  if (!address) return;
  await db().transaction(async (tx) => {
    await askToConfirm(tx, actor.userId, use, { address, letter }, now);
    await record(tx, actor, { action: 'send e-mail confirmation again', subject: actor.userId }, now);
  });
}

async function findProof(tx: Db, token: string, now: Date) {
  for (const purpose of Object.values(purposes)) {
    const found = await findToken(tx, purpose, token, now);
    if (found?.userId && found.address) return { ...found, userId: found.userId, address: found.address };
  }
  return null;
}

const sameAddress = (column: PgColumn | ReturnType<typeof sql>, address: string) =>
  eq(sql`lower(${column})`, foldEmail(address));

const contactEmail = sql`${profiles.contact} ->> 'email'`;

/** Whether the account still has the address: one that was changed meanwhile is not confirmed by an old link. */
async function isOnFile(tx: Db, userId: string, address: string): Promise<boolean> {
  const [row] = await tx
    .select({ pending: users.pendingEmail, contact: profiles.contact })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(and(eq(users.id, userId), isNull(users.closedAt)));
  const onFile = [row?.pending, row?.contact?.email].filter((email) => email != null);
  return onFile.some((email) => foldEmail(email) === foldEmail(address));
}

/** The address that the token would confirm; null when it is unknown, used, expired or no longer on file. */
export async function findAddressToConfirm(token: string, now: Date): Promise<string | null> {
  const proof = await findProof(db(), token, now);
  return proof && (await isOnFile(db(), proof.userId, proof.address)) ? proof.address : null;
}

/** The address counts wherever the account has it: for recovery, in the contact information, or both. */
async function confirm(tx: Tx, userId: string, address: string, now: Date): Promise<void> {
  await tx
    .update(users)
    .set({ recoveryEmail: users.pendingEmail, pendingEmail: null })
    .where(and(eq(users.id, userId), sameAddress(users.pendingEmail, address)));
  await tx
    .update(profiles)
    .set({ emailVerifiedAt: now })
    .where(and(eq(profiles.userId, userId), sameAddress(contactEmail, address)));
}

/** Confirms the address, once. @returns whether the token still let it */
export function confirmAddress(actor: Actor, token: string, now: Date): Promise<boolean> {
  return db().transaction(async (tx) => {
    const proof = await findProof(tx, token, now);
    if (!proof || !(await isOnFile(tx, proof.userId, proof.address))) return false;
    if (!(await redeemToken(tx, proof.id, now))) return false;
    await confirm(tx, proof.userId, proof.address, now);
    await record(tx, actor, { action: 'confirm e-mail address', subject: proof.userId }, now);
    return true;
  });
}
