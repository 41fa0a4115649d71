import { randomUUID } from 'node:crypto';
import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { queueMail } from '@/lib/data/outbox';
import { inTheSameTime } from '@/lib/data/same-time';
import { profiles, users } from '@/lib/data/schema';
import { emailColumns, type Letter, verifiedEmails } from '@/lib/data/verified-emails';
import type { Actor } from '@/lib/domain/access';
import { foldEmail } from '@/lib/domain/email';

/** The accounts that have this verified address on file, for recovery or in the contact information. */
function accountsOf(address: string) {
  const isContact = eq(sql`lower(${profiles.contact} ->> 'email')`, address);
  return db()
    .select({ id: users.id, oneKeyId: users.oneKeyId, ...emailColumns })
    .from(users)
    .leftJoin(profiles, eq(profiles.userId, users.id))
    .where(
      and(
        isNull(users.lockedAt),
        isNull(users.closedAt),
        or(
          eq(sql`lower(${users.recoveryEmail})`, address),
          and(isNotNull(profiles.emailVerifiedAt), isContact),
        ),
      ),
    )
    .orderBy(users.oneKeyIdFolded);
}

/** Mails to a verified address the IDs that have it on file, if there are any. `render` makes the message. */
export function mailOneKeyIds(
  actor: Actor,
  email: string,
  render: (oneKeyIds: string[]) => Promise<Letter>,
  now: Date,
): Promise<void> {
  return inTheSameTime(() => mailIds(actor, foldEmail(email), render, now));
}

async function mailIds(
  actor: Actor,
  address: string,
  render: (oneKeyIds: string[]) => Promise<Letter>,
  now: Date,
): Promise<void> {
  const owned = await accountsOf(address);
  // Made for nobody as well: the time taken tells nothing.
  const letter = await render(owned.map(({ oneKeyId }) => oneKeyId));
  const [first] = owned;
  await db().transaction(async (tx) => {
    await record(tx, actor, { action: 'recover ONE-key ID', subject: first?.id ?? 'unknown' }, now);
    const recipient = first && verifiedEmails(first).find((verified) => foldEmail(verified) === address);
    if (!recipient) return;
    const dedupeKey = `one-key-ids/${first.id}/${randomUUID()}`;
    await queueMail(tx, { kind: 'one-key-ids', dedupeKey, recipient, ...letter }, now);
  });
}
