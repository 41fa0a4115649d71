import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { isOpen } from '@/lib/data/access/restricted';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { isFree, noLease } from '@/lib/data/db/lease';
import { filings } from '@/lib/data/db/schema/filing';
import { outbox } from '@/lib/data/db/schema/mail';
import { isUuid } from '@/lib/data/db/uuid';
import { originalOf, requireFewToday } from '@/lib/data/mail/mails';
import { isMailOpenTo, unsent } from '@/lib/data/mail/suppression';
import { type Actor, can } from '@/lib/domain/access/access';
import { foldEmail } from '@/lib/domain/contact/email';
import { READDRESSED } from '@/lib/domain/filing/mail-kind';

/** A message to a filer that went, or would go, to a wrong address. */

type Row = typeof outbox.$inferSelect;

/**
 * Whether a message may go to another address: one about a filing, to its filer. Messages about access to an account, and
 * those to staff, have no other reader.
 */
export const mayBeReaddressed = ({
  kind,
  reference,
  state,
}: Pick<Row, 'kind' | 'state'> & { reference: string | null }) =>
  reference !== null && kind !== 'staff-held' && kind !== 'staff-alert' && state !== 'suppressed';

/** @throws NotFound; Refused 'securityMail', 'restrictedFile', 'nothingToReaddress' while it is being sent */
async function getReaddressable(tx: Tx, actor: Actor, id: string, now: Date) {
  const [found] = await tx
    .select({ mail: outbox, reference: filings.reference, isOpen: isOpen() })
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(and(eq(outbox.id, id), isMailOpenTo(actor)))
    .for('update', { of: outbox });
  if (!found) throw new NotFound('mail');
  const { mail, reference } = found;
  if (!mayBeReaddressed({ ...mail, reference })) throw new Refused('securityMail');
  if (!found.isOpen) throw new Refused('restrictedFile');
  if (mail.leaseUntil && mail.leaseUntil > now) throw new Refused('nothingToReaddress');
  return mail;
}

/** Stops the message at its old address, if it has not left. */
const stopUnsent = (tx: Tx, id: string, now: Date) =>
  tx
    .update(outbox)
    .set({ ...noLease, state: 'suppressed', suppressedReason: READDRESSED })
    .where(and(eq(outbox.id, id), inArray(outbox.state, unsent), isFree(outbox, now)));

/**
 * Sends one message about a filing to a corrected address, unchanged. If it has not left, it never leaves for the old
 * one; whatever else is about the filing keeps its address, and so does the filing.
 * @returns the id of the message to the corrected address
 * @throws NotFound for anyone but staff; Refused 'securityMail' for one about access to an account or to staff,
 *   'restrictedFile', 'nothingToReaddress' for the same address or while it is being sent, 'alreadySentAgain' if it went
 *   there already, 'tooManyTries' after five a day
 */
export async function changeAddress(
  actor: Actor,
  id: string,
  { recipient, reason }: { recipient: string; reason: string },
  now: Date,
): Promise<string> {
  if (!can(actor, 'retry-mail') || !isUuid(id)) throw new NotFound('mail');
  return db().transaction(async (tx) => {
    const mail = await getReaddressable(tx, actor, id, now);
    if (foldEmail(mail.recipient) === foldEmail(recipient)) throw new Refused('nothingToReaddress');
    await requireFewToday(tx, mail.filingId, now);
    await stopUnsent(tx, id, now);
    const repeatOf = originalOf(mail);
    const to = createHash('sha256').update(foldEmail(recipient)).digest('hex');
    const { kind, subject, html, text, attachments, filingId } = mail;
    const copy = { kind, subject, html, text, attachments, filingId, repeatOf };
    const [queued] = await tx
      .insert(outbox)
      .values({ ...copy, dedupeKey: `readdressed/${repeatOf}/${to}`, recipient, dueAt: now, createdAt: now })
      .onConflictDoNothing({ target: outbox.dedupeKey })
      .returning({ id: outbox.id });
    if (!queued) throw new Refused('alreadySentAgain');
    // The addresses stand in the two messages, and in no log.
    const details = { before: id, after: queued.id, reason };
    await record(tx, actor, { action: 'change mail address', subject: id, details }, now);
    return queued.id;
  });
}
