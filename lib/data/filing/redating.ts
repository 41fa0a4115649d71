import { and, eq, inArray } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { getCalendarOf } from '@/lib/data/court/calendar';
import type { Db, Tx } from '@/lib/data/db/db';
import { noLease } from '@/lib/data/db/lease';
import { filings } from '@/lib/data/db/schema/filing';
import type { Filing } from '@/lib/data/filing/filing-lease';
import { type Notice, requireCurrent } from '@/lib/data/filing/filings';
import { queueFilingMail } from '@/lib/data/mail/filing-mail';
import { appendRegisterEntry } from '@/lib/data/register/register';
import { type Actor, can } from '@/lib/domain/access/access';
import { courtDay, dueFrom, isBusinessDay, type Times } from '@/lib/domain/court/calendar';
import { addDays, type IsoDate } from '@/lib/domain/court/day';
import { statesBefore } from '@/lib/domain/filing/filing';

type Redating = { issueOn: IsoDate; reason: string };

/**
 * From a month before the receipt until a year after it. Beyond that the year was mistyped, and an issued
 * claim keeps its date.
 */
function isPlausible(issueOn: IsoDate, receivedAt: Date): boolean {
  const received = courtDay(receivedAt);
  return issueOn >= addDays(received, -30) && issueOn <= addDays(received, 366);
}

/**
 * The filing, if it can be given this date.
 * @throws Refused 'notToBeRedated', 'sameDate', 'dateTooFar', 'noBusinessDay'
 */
export async function requireRedatable(tx: Db, reference: string, issueOn: IsoDate): Promise<Filing> {
  const open = and(eq(filings.reference, reference), inArray(filings.state, statesBefore('withdrawn')));
  const [filing] = await tx.select().from(filings).where(open);
  if (!filing) throw new Refused('notToBeRedated');
  if (filing.issueOn === issueOn) throw new Refused('sameDate');
  if (!isPlausible(issueOn, filing.receivedAt)) throw new Refused('dateTooFar');
  if (!isBusinessDay(issueOn, await getCalendarOf(filing.courtId, tx))) throw new Refused('noBusinessDay');
  return filing;
}

/**
 * Gives a filing that is not issued yet another date than that of its receipt, in the transaction that approves
 * it. The filer is told the reason, the audit log keeps it, and the register records the change.
 * @param notice tells the filer
 * @throws NotFound for anyone but a registrar; Refused as `requireRedatable`; Outdated if the notice names
 *   another date than the filing bears
 */
export async function redateFiling(
  actor: Actor,
  reference: string,
  { issueOn, reason }: Redating,
  notice: Notice,
  { now, courtNow }: Times,
  tx: Tx,
): Promise<void> {
  if (!can(actor, 'redate-filings')) throw new NotFound('filing');
  await tx.select({ id: filings.id }).from(filings).where(eq(filings.reference, reference)).for('update');
  const filing = await requireRedatable(tx, reference, issueOn);
  requireCurrent(filing, notice);

  // Failures and the instant of a decision belong to the old date. A worker that is sealing the filing
  // loses its lease.
  const anew = { ...noLease, attempts: 0, lastError: null, decidedAt: null };
  const dueAt = dueFrom(issueOn, courtNow);
  await tx
    .update(filings)
    .set({ issueOn, dueAt, ...anew })
    .where(eq(filings.id, filing.id));
  const details = { from: filing.issueOn, to: issueOn, reason };
  await record(tx, actor, { action: 'redate filing', subject: reference, details }, now);
  const occasion = { filingId: filing.id, dedupeKey: `claim-redated/${filing.id}/${now.getTime()}` };
  const recipient = filing.contact.email;
  await queueFilingMail(tx, { kind: 'claim-redated', ...occasion, recipient, ...notice.letter }, now);
  const { fileNumber } = filing;
  const entry = { kind: 'redated' as const, fileNumber, recordedAt: courtNow };
  await appendRegisterEntry(tx, { ...filing, issueOn }, entry);
}
