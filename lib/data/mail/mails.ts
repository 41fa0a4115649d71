import { createHash } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { restrictedColumns } from '@/lib/data/access/restricted';
import { record } from '@/lib/data/audit/audit';
import { db, type Tx } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { cappedPageOf, countedAtMost, countToMost, inOrder, rowsPerPage } from '@/lib/data/db/page';
import { filings } from '@/lib/data/db/schema/filing';
import { type MailState, outbox } from '@/lib/data/db/schema/mail';
import { isUuid } from '@/lib/data/db/uuid';
import { isConfirmedFor } from '@/lib/data/mail/filing-mail';
import { isSecret } from '@/lib/data/mail/outbox';
import { isMailOpenTo } from '@/lib/data/mail/suppression';
import { type Actor, can } from '@/lib/domain/access/access';
import type { MailKind } from '@/lib/domain/filing/mail-kind';
import { isClosed } from '@/lib/domain/filing/restriction';
import type { Sort } from '@/lib/domain/sorting';

/** The court's e-mail as people see it, and their remedies if a message did not arrive. */

const summary = {
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

/** The columns by which staff may order the list of messages. */
export const MAIL_SORTS = ['subject', 'kind', 'recipient', 'state', 'queued', 'attempts'] as const;
export type MailSort = Sort<(typeof MAIL_SORTS)[number]>;

const sortedBy = {
  subject: sql`lower(${outbox.subject})`,
  kind: outbox.kind,
  recipient: sql`lower(${outbox.recipient})`,
  state: outbox.state,
  queued: outbox.createdAt,
  attempts: outbox.attempts,
};
/** One page of the newest thousand messages in another order, so that no order reads the whole outbox. */
async function listSorted(condition: SQL | undefined, sort: MailSort, asked: number) {
  const newest = await db()
    .select({ id: outbox.id })
    .from(outbox)
    .where(condition)
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(countedAtMost + 1);
  const { page, pages, offset, total, isMore } = cappedPageOf(asked, newest.length);
  const ids = newest.slice(0, total).map(({ id }) => id);
  const rows = await lines(inArray(outbox.id, ids), inOrder(sortedBy, sort))
    .limit(rowsPerPage)
    .offset(offset);
  return { rows, total, page, pages, isMore };
}

/** The summaries of the messages that meet the condition, in this order and then the newest first. */
const lines = (condition: SQL | undefined, ...order: SQL[]) =>
  db()
    .select(summary)
    .from(outbox)
    .leftJoin(filings, eq(filings.id, outbox.filingId))
    .where(condition)
    .orderBy(...order, desc(outbox.createdAt), desc(outbox.id));

/**
 * The court's e-mail for staff, newest first, 20 a page. At most a thousand messages are counted and shown.
 * @param asked.attention only messages that need a person
 * @param asked.sort another order, of the newest thousand
 * @throws NotFound for anyone else
 */
export async function listMails(
  actor: Actor,
  asked: { page: number; attention?: boolean; sort?: MailSort | undefined },
) {
  if (!can(actor, 'read-mail')) throw new NotFound('mail');
  const condition = and(asked.attention ? needsAttention() : undefined, isMailOpenTo(actor));
  if (asked.sort) return listSorted(condition, asked.sort, asked.page);
  const { offset, ...shown } = cappedPageOf(asked.page, await countToMost(outbox, condition));
  return { ...shown, rows: await lines(condition).limit(rowsPerPage).offset(offset) };
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
  return isSecret(mail.kind) ? { ...mail, text: null, html: null, providerId: null } : mail;
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

const originalOf = ({ id, repeatOf }: Pick<Sent, 'id' | 'repeatOf'>) => repeatOf ?? id;

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
async function requireFewToday(tx: Tx, filingId: string | null, now: Date): Promise<void> {
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
