import { createHash } from 'node:crypto';
import { and, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { documentVersions } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { isUuid } from '@/lib/data/db/uuid';
import { isConfirmedFor } from '@/lib/data/mail/filing-mail';
import { isSecret } from '@/lib/data/mail/outbox';
import { isMailOpenTo } from '@/lib/data/mail/suppression';
import { type Actor, can } from '@/lib/domain/access/access';
import type { MailKind } from '@/lib/domain/filing/mail-kind';
import { isClosed } from '@/lib/domain/filing/restriction';

/** The court's e-mail as people see it, and their remedies if a message did not arrive. */

/** What lists tell of a message. */
export const summary = {
  id: outbox.id,
  kind: outbox.kind,
  recipient: outbox.recipient,
  subject: outbox.subject,
  state: outbox.state,
  attempts: outbox.attempts,
  createdAt: outbox.createdAt,
  dueAt: outbox.dueAt,
  sentAt: outbox.sentAt,
  deliveredAt: outbox.deliveredAt,
  bouncedAt: outbox.bouncedAt,
  complainedAt: outbox.complainedAt,
  lastError: outbox.lastError,
  suppressedReason: outbox.suppressedReason,
  /** The reference of the filing that the message is about. */
  reference: filings.reference,
};

/**
 * A condition for messages that need a person: refused for good or perhaps not sent, and not sent again
 * since. The states are written as in the index `outbox_state`, so that the database uses it.
 */
export function needsAttention(): SQL {
  return sql`${outbox.state} in ('failed', 'uncertain') and ${isNotRepeated()}`;
}

/** A condition for messages that were not sent again since. */
export function isNotRepeated(): SQL {
  return sql`not exists (
    select from ${outbox} later where later.repeat_of = coalesce(${outbox.repeatOf}, ${outbox.id})
      and later.created_at > ${outbox.createdAt})`;
}

/** The attachments of a message with their sizes in bytes. */
async function withSizes(attachments: (typeof outbox.$inferSelect)['attachments']) {
  const ids = attachments.map(({ versionId }) => versionId).filter(isUuid);
  if (ids.length === 0) return attachments.map((one) => ({ ...one, size: undefined }));
  const { id, size } = documentVersions;
  const rows = await db().select({ id, size }).from(documentVersions).where(inArray(id, ids));
  const sizes = new Map(rows.map((row) => [row.id, row.size]));
  return attachments.map((one) => ({ ...one, size: sizes.get(one.versionId) }));
}

/**
 * One message for staff; `text`, `html` and `providerId` are null if the message is its recipient's secret.
 */
export async function getMail(actor: Actor, id: string) {
  if (!can(actor, 'read-mail') || !isUuid(id)) throw new NotFound('mail');
  const body = { text: outbox.text, html: outbox.html, providerId: outbox.providerId };
  const [mail] = await db()
    .select({ ...summary, ...body, attachments: outbox.attachments })
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(and(eq(outbox.id, id), isMailOpenTo(actor)));
  if (!mail) throw new NotFound('mail');
  const shown = { ...mail, attachments: await withSizes(mail.attachments) };
  return isSecret(mail.kind) ? { ...shown, text: null, html: null, providerId: null } : shown;
}

/**
 * States that the worker leaves to a person: refused for good, or nobody knows whether the message arrived.
 */
const stuck: MailState[] = ['failed', 'uncertain'];

export function isStuck(state: MailState): boolean {
  return stuck.includes(state);
}

/**
 * Puts a message that did not go out back into the queue, as if it were new. An `uncertain` message may then
 * arrive twice; the person who retries it takes that decision.
 * @throws NotFound, Refused 'nothingToRetry'
 */
export async function retryMail(actor: Actor, id: string, now: Date): Promise<void> {
  if (!can(actor, 'retry-mail')) throw new NotFound('mail');
  await db().transaction(async (tx) => {
    const untried = { state: 'queued' as const, attempts: 0, firstAttemptAt: null, sender: null, dueAt: now };
    const retried = await tx
      .update(outbox)
      .set({ ...untried, ...noLease })
      .where(and(eq(outbox.id, id), inArray(outbox.state, stuck), isMailOpenTo(actor)))
      .returning({ id: outbox.id });
    if (retried.length === 0) throw new Refused('nothingToRetry');
    await record(tx, actor, { action: 'retry mail', subject: id }, now);
  });
}

type Sent = { id: string; repeatOf: string | null; state: MailState; bouncedAt: Date | null };

type LastSent = Pick<Sent, 'state' | 'bouncedAt'>;

/** The message did not arrive: it was refused, came back, or was not sent on. */
const isLost = ({ state, bouncedAt }: LastSent) => bouncedAt !== null || state === 'failed';

const isOffHand = ({ state }: LastSent) => state !== 'queued';

/** Staff repeat whatever was written to the filer and is no longer on its way, others what did not arrive. */
const mayRepeat = (mail: LastSent & { kind: MailKind }, isForStaff: boolean) =>
  isLost(mail) || (isForStaff && mail.kind !== 'staff-held' && isOffHand(mail));

export const originalOf = ({ id, repeatOf }: Pick<Sent, 'id' | 'repeatOf'>) => repeatOf ?? id;

/**
 * The messages that did not arrive. Of a message and its repeats it gives only the last, and only if none of
 * them arrived or still may.
 * @param mails those about a filing, the oldest first
 */
export function undelivered<Mail extends Sent>(mails: Mail[]): Mail[] {
  return mails.filter((mail) => {
    const same = mails.filter((other) => originalOf(other) === originalOf(mail));
    return same.every(isLost) && same.at(-1) === mail;
  });
}

const dayMs = 24 * 3_600_000;
const mostADay = 5;

/** The repeats of a message to an address. */
const earlierOf = (tx: Tx, repeatOf: string, recipient: string): Promise<LastSent[]> =>
  tx
    .select({ state: outbox.state, bouncedAt: outbox.bouncedAt })
    .from(outbox)
    .where(and(eq(outbox.repeatOf, repeatOf), eq(outbox.recipient, recipient)))
    .execute();

/** @throws Refused 'tooManyTries' */
export async function requireFewToday(tx: Tx, filingId: string | null, now: Date): Promise<void> {
  const today = and(isNotNull(outbox.repeatOf), gt(outbox.createdAt, new Date(now.getTime() - dayMs)));
  const repeats = and(eq(outbox.filingId, filingId ?? ''), today);
  if ((await tx.$count(outbox, repeats)) >= mostADay) throw new Refused('tooManyTries');
}

/**
 * A message about a filing that may be sent again: to its filer one that did not arrive, to staff any.
 * @throws NotFound; Refused 'restrictedFile': it was perhaps written before the file was closed
 */
async function getRepeatable(tx: Tx, actor: Actor, id: string) {
  const { restrictions } = restrictedColumns;
  const [found] = await tx
    .select({ mail: outbox, reference: filings.reference, restrictions })
    .from(outbox)
    .innerJoin(filings, eq(filings.id, outbox.filingId))
    .where(and(eq(outbox.id, id), visibleTo(actor)));
  if (!found || !mayRepeat(found.mail, can(actor, 'retry-mail'))) throw new NotFound('mail');
  if (isClosed(found.restrictions)) throw new Refused('restrictedFile');
  return found;
}

/**
 * Sends a message about a filing that did not arrive to another address, unchanged; staff also one that did. The
 * contact information of the filing stays as it was submitted.
 * @returns the filing's reference
 * @throws NotFound for another person's message, or one that arrived; Refused 'addressNotConfirmed' unless the
 *   filer confirmed the address, or staff send it; Refused 'restrictedFile' for a court file that is sealed or
 *   anonymised; Refused 'alreadySentAgain' if it went to this address and nothing came back, for staff while it is on
 *   its way there; 'tooManyTries' after five a day
 */
export async function sendAgain(actor: Actor, id: string, recipient: string, now: Date): Promise<string> {
  if (!isUuid(id)) throw new NotFound('mail');
  return db().transaction(async (tx) => {
    const { mail, reference } = await getRepeatable(tx, actor, id);
    const isForStaff = can(actor, 'retry-mail');
    if (!isForStaff && !(await isConfirmedFor(tx, mail.filingId ?? '', recipient)))
      throw new Refused('addressNotConfirmed');
    const repeatOf = originalOf(mail);
    const earlier = await earlierOf(tx, repeatOf, recipient);
    if (!earlier.every(isForStaff ? isOffHand : isLost)) throw new Refused('alreadySentAgain');
    await requireFewToday(tx, mail.filingId, now);
    const to = createHash('sha256').update(recipient).digest('hex');
    const dedupeKey = `again/${repeatOf}/${to}/${earlier.length}`;
    const { kind, subject, html, text, attachments, filingId } = mail;
    const copy = { kind, subject, html, text, attachments, filingId, repeatOf };
    const queued = await tx
      .insert(outbox)
      .values({ ...copy, dedupeKey, recipient, dueAt: now, createdAt: now })
      .onConflictDoNothing({ target: outbox.dedupeKey })
      .returning({ id: outbox.id });
    if (queued.length === 0) throw new Refused('alreadySentAgain');
    await record(tx, actor, { action: 'send mail again', subject: reference }, now);
    return reference;
  });
}
