import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '@/lib/data/db';
import { queueMail } from '@/lib/data/outbox';
import type { Letter } from '@/lib/data/passwords';
import { users } from '@/lib/data/schema';

/** Tells the owner of an account, at the verified address on file, what was changed; without one nobody is told. */
export async function tellOwner(tx: Db, userId: string, letter: Letter, now: Date): Promise<void> {
  const [owner] = await tx.select({ email: users.recoveryEmail }).from(users).where(eq(users.id, userId));
  if (!owner?.email) return;
  const dedupeKey = `account-changed/${randomUUID()}`;
  await queueMail(tx, { kind: 'account-changed', dedupeKey, recipient: owner.email, ...letter }, now);
}
