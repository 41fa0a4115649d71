import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/data/db';
import { type MailKind, queueMail } from '@/lib/data/outbox';
import { profiles, users } from '@/lib/data/schema';
import { foldEmail } from '@/lib/domain/email';

/** A rendered message: what the caller made for the reader's language. */
export type Letter = { subject: string; html: string; text: string };

/** The columns that say which addresses of an account are verified; profiles are joined from the left. */
export const emailColumns = {
  recoveryEmail: users.recoveryEmail,
  contact: profiles.contact,
  contactVerifiedAt: profiles.emailVerifiedAt,
};

type EmailRow = {
  recoveryEmail: string | null;
  contact: { email: string } | null;
  contactVerifiedAt: Date | null;
};

/** The addresses that are known to be the owner's: that for recovery and that of the contact information, each once. */
export function verifiedEmails({ recoveryEmail, contact, contactVerifiedAt }: EmailRow): string[] {
  const addresses = [recoveryEmail, contactVerifiedAt && contact?.email].filter((address) => address != null);
  return [...new Map(addresses.map((address) => [foldEmail(address), address])).values()];
}

/** Writes to the owner of an account at every verified address, in the transaction of what the message tells of. */
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
