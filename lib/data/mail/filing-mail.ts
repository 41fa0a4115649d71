import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/lib/data/db/db';
import { confirmedEmails, profiles } from '@/lib/data/db/schema/account';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { type NewMail, queueMail } from '@/lib/data/mail/outbox';
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

/** Puts a message to the filer into the outbox. It waits there while its address is not confirmed. */
export async function queueFilingMail(tx: Db, mail: FilingMail, now: Date): Promise<void> {
  const isConfirmed = await isConfirmedFor(tx, mail.filingId, mail.recipient);
  await queueMail(tx, { ...mail, state: isConfirmed ? 'queued' : 'unconfirmed' }, now);
}

/** Notes that the address is confirmed for the account, and sends what waited for that. */
export async function noteConfirmed(tx: Db, userId: string, email: string, now: Date): Promise<void> {
  const folded = foldEmail(email);
  await tx.insert(confirmedEmails).values({ userId, email: folded, confirmedAt: now }).onConflictDoNothing();
  const ofAccount = tx
    .select({ id: filings.id })
    .from(filings)
    .innerJoin(profiles, eq(profiles.id, filings.profileId))
    .where(eq(profiles.userId, userId));
  const waiting = and(
    eq(outbox.state, 'unconfirmed'),
    inArray(sql`lower(${outbox.recipient})`, storedForms(email)),
  );
  await tx
    .update(outbox)
    .set({ state: 'queued', dueAt: now })
    .where(and(waiting, inArray(outbox.filingId, ofAccount)));
}
