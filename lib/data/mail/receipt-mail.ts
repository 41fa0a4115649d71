import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { outbox } from '@/lib/data/db/schema/mail';
import type { MailKind } from '@/lib/domain/filing/mail-kind';

/**
 * The receipt's e-mail while the office is open. The claim is then issued within seconds as a rule, and one message tells
 * both. So the receipt waits in the outbox, from the same transaction as the filing: whatever happens to the process that
 * issues, it leaves in the end.
 */

/** How long the receipt waits for the message of the issue, in milliseconds. */
const patienceMs = 60_000;

const receiptKinds: readonly MailKind[] = ['claim-received', 'document-received'];
const endKinds: readonly MailKind[] = ['claim-issued', 'document-filed'];

/** When the receipt of a filing may leave: at once outside business hours, when nothing else is on its way. */
export const receiptDueAt = (isOpen: boolean, now: Date): Date =>
  isOpen ? new Date(now.getTime() + patienceMs) : now;

/** Receipts of the filing that no attempt was made to send. One that a worker has leased is not among them. */
const untouched = (filingId: string) =>
  and(
    eq(outbox.filingId, filingId),
    inArray(outbox.kind, receiptKinds),
    inArray(outbox.state, ['queued', 'unconfirmed']),
    isNull(outbox.firstAttemptAt),
    gt(outbox.dueAt, outbox.createdAt),
  );

/** Lets a waiting receipt leave now, before whatever else is sent about the filing. */
export async function hastenReceipt(filingId: string, tx: Db = db()): Promise<void> {
  await tx.update(outbox).set({ dueAt: outbox.createdAt }).where(untouched(filingId));
}

/**
 * Another message about the filing goes into the outbox. That of its end bears what the receipt says, and takes its place
 * if the receipt still waits; any other follows it.
 */
export async function settleReceipt(tx: Db, kind: MailKind, filingId: string): Promise<void> {
  if (receiptKinds.includes(kind)) return;
  if (endKinds.includes(kind)) await tx.delete(outbox).where(untouched(filingId));
  else await hastenReceipt(filingId, tx);
}
