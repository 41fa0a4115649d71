import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { isOpen } from '@/lib/data/access/restricted';
import type { Db } from '@/lib/data/db/db';
import { confirmedEmails, copyEmails, profiles, users } from '@/lib/data/db/schema/account';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { type NewMail, queueMail } from '@/lib/data/mail/outbox';
import { settleReceipt } from '@/lib/data/mail/receipt-mail';
import { foldEmail, storedForms } from '@/lib/domain/contact/email';

/**
 * E-mail to the filer about a filing. It holds names, titles and documents that the filer chose, so it goes only
 * to an address whose reader confirmed it for this account. Otherwise anyone could have the court write to anyone.
 */

export type FilingMail = NewMail & { filingId: string };

/** Whether the reader of this address confirmed it for the account that the filing belongs to. */
export async function isConfirmedFor(tx: Db, filingId: string, email: string): Promise<boolean> {
  const [confirmed] = await tx
    .select({ at: confirmedEmails.confirmedAt })
    .from(filings)
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .innerJoin(confirmedEmails, eq(confirmedEmails.userId, profiles.userId))
    .where(and(eq(filings.id, filingId), eq(confirmedEmails.email, foldEmail(email))));
  return confirmed !== undefined;
}

/**
 * Puts a message to the filer into the outbox, with copies to the further addresses of the account that are confirmed. The
 * message itself waits there while its address is not. A receipt that still waits gives way to the message of the issue, and
 * leaves before any other. About a court file that is sealed or anonymised there are no attachments, and no copies for
 * others.
 */
export async function queueFilingMail(tx: Db, mail: FilingMail, now: Date): Promise<void> {
  await settleReceipt(tx, mail.kind, mail.filingId);
  // A person at the counter may have none.
  const hasAddress = mail.recipient !== '';
  const isConfirmed = await isConfirmedFor(tx, mail.filingId, mail.recipient);
  if (await isAboutClosed(tx, mail.filingId)) {
    if (hasAddress)
      await queueMail(tx, { ...mail, attachments: [], state: isConfirmed ? 'queued' : 'unconfirmed' }, now);
    return;
  }
  if (hasAddress) await queueMail(tx, { ...mail, state: isConfirmed ? 'queued' : 'unconfirmed' }, now);
  for (const { email, folded } of await copiesOf(tx, mail.filingId)) {
    if (folded === foldEmail(mail.recipient)) continue;
    const dedupeKey = `${mail.dedupeKey}/copy/${createHash('sha256').update(folded).digest('hex')}`;
    await queueMail(tx, { ...mail, dedupeKey, recipient: email }, now);
  }
}

async function isAboutClosed(tx: Db, filingId: string): Promise<boolean> {
  return (await tx.$count(filings, and(eq(filings.id, filingId), sql`not (${isOpen()})`))) > 0;
}

/** The confirmed addresses for copies of the account that the filing belongs to. */
function copiesOf(tx: Db, filingId: string) {
  const isSame = and(
    eq(confirmedEmails.userId, copyEmails.userId),
    eq(confirmedEmails.email, copyEmails.folded),
  );
  return tx
    .select({ email: copyEmails.email, folded: copyEmails.folded })
    .from(filings)
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .innerJoin(copyEmails, eq(copyEmails.userId, profiles.userId))
    .innerJoin(confirmedEmails, isSame)
    .where(eq(filings.id, filingId))
    .orderBy(asc(copyEmails.createdAt));
}

/** The filings of a user's account. */
const filingsOf = (tx: Db, userId: string) =>
  tx
    .select({ id: filings.id })
    .from(filings)
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .where(eq(profiles.userId, userId));

/** Messages about the account's filings to this address that stand in this state. */
const standing = (tx: Db, userId: string, email: string, state: 'queued' | 'unconfirmed') =>
  and(
    eq(outbox.state, state),
    inArray(sql`lower(${outbox.recipient})`, storedForms(email)),
    inArray(outbox.filingId, filingsOf(tx, userId)),
  );

/** Notes that the address is confirmed for the account, and sends what waited for that. */
export async function noteConfirmed(tx: Db, userId: string, email: string, now: Date): Promise<void> {
  const folded = foldEmail(email);
  await tx.insert(confirmedEmails).values({ userId, email: folded, confirmedAt: now }).onConflictDoNothing();
  await tx
    .update(outbox)
    .set({ state: 'queued', dueAt: now })
    .where(standing(tx, userId, email, 'unconfirmed'));
}

/**
 * Forgets that the address was confirmed for the account, and holds what has not left yet. Not so while a filing or the
 * account itself has the address.
 */
export async function forgetConfirmed(tx: Db, userId: string, email: string): Promise<void> {
  const forms = storedForms(email);
  const named = await tx
    .select({ id: users.id })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .leftJoin(filings, eq(filings.profileId, profiles.id))
    .where(
      and(
        eq(users.id, userId),
        or(
          inArray(sql`lower(${users.recoveryEmail})`, forms),
          inArray(sql`lower(${profiles.contact} ->> 'email')`, forms),
          inArray(sql`lower(${filings.contact} ->> 'email')`, forms),
        ),
      ),
    )
    .limit(1);
  if (named.length > 0) return;
  await tx
    .delete(confirmedEmails)
    .where(and(eq(confirmedEmails.userId, userId), eq(confirmedEmails.email, foldEmail(email))));
  await tx
    .update(outbox)
    .set({ state: 'unconfirmed' })
    .where(standing(tx, userId, email, 'queued'));
}
