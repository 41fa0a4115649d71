import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Db } from '@/lib/data/db/db';
import { confirmedEmails, profiles, users } from '@/lib/data/db/schema/account';
import { type Letter, queueMail } from '@/lib/data/mail/outbox';
import { foldEmail } from '@/lib/domain/contact/email';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/**
 * The columns that show which e-mail addresses of an account are verified. The query must left-join profiles.
 */
const emailColumns = {
  recoveryEmail: users.recoveryEmail,
  contact: profiles.contact,
  contactVerifiedAt: profiles.emailVerifiedAt,
};

type EmailRow = {
  recoveryEmail: string | null;
  contact: { email: string } | null;
  contactVerifiedAt: Date | null;
};

/**
 * The e-mail addresses that are known to be the owner's: for recovery and of the contact information, each
 * once.
 */
function verifiedEmails({ recoveryEmail, contact, contactVerifiedAt }: EmailRow): string[] {
  const emails = [recoveryEmail, contactVerifiedAt && contact?.email].filter((email) => email != null);
  return [...new Map(emails.map((email) => [foldEmail(email), email])).values()];
}

/** When the user confirmed this e-mail address, for whatever use; null if never. */
export async function confirmedAt(tx: Db, userId: string, email: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: confirmedEmails.confirmedAt })
    .from(confirmedEmails)
    .where(and(eq(confirmedEmails.userId, userId), eq(confirmedEmails.email, foldEmail(email))));
  return row?.at ?? null;
}

/**
 * Writes to the owner of an account at every verified e-mail address, in the transaction of the act that the
 * message reports.
 */
export async function tellOwner(
  tx: Db,
  userId: string,
  { kind, letter }: { kind: MailKind; letter: Letter },
  now: Date,
): Promise<void> {
  const [row] = await tx
    .select(emailColumns)
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(eq(users.id, userId));
  for (const recipient of row ? verifiedEmails(row) : []) {
    await queueMail(tx, { kind, dedupeKey: `${kind}/${userId}/${randomUUID()}`, recipient, ...letter }, now);
  }
}
