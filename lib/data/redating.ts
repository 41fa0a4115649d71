import { and, eq, inArray } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { getCalendar } from '@/lib/data/calendar';
import { requireFactor } from '@/lib/data/confirmation';
import { db, type Tx } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import type { Filing } from '@/lib/data/filing-lease';
import { type NewMail, queueMail } from '@/lib/data/outbox';
import { enter } from '@/lib/data/register';
import { filings } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import { courtDay, dueFrom, isBusinessDay } from '@/lib/domain/calendar';
import { addDays, type IsoDate } from '@/lib/domain/day';
import { statesBefore } from '@/lib/domain/filing';

type Times = { now: Date; courtNow: Date };
type Redating = { issueOn: IsoDate; reason: string };

/**
 * Gives the filing another date in a transaction: with its register entry, which comes last. What failed before and
 * the instant at which an earlier try decided belong to the old date.
 */
export async function moveDate(
  tx: Tx,
  filing: Filing,
  issueOn: IsoDate,
  { courtNow }: Times,
  before: () => Promise<void>,
): Promise<void> {
  const dueAt = dueFrom(issueOn, courtNow);
  // A worker that is about to issue it under the old date loses it.
  const anew = { leaseToken: null, leaseUntil: null, attempts: 0, lastError: null, decidedAt: null };
  await tx
    .update(filings)
    .set({ issueOn, dueAt, ...anew })
    .where(eq(filings.id, filing.id));
  await before();
  const moved = { ...filing, issueOn };
  await enter(tx, moved, { kind: 'redated', fileNumber: filing.fileNumber, recordedAt: courtNow });
}

/** A month before the receipt until a year after it: beyond that a year was mistyped, and what is issued stays so. */
function isPlausible(issueOn: IsoDate, receivedAt: Date): boolean {
  const received = courtDay(receivedAt);
  return issueOn >= addDays(received, -30) && issueOn <= addDays(received, 366);
}

/**
 * Gives a filing that is not issued yet another date than that of its receipt, for a reason that the filer is
 * told and the audit log keeps. The register says so.
 * @throws NotFound for anyone but a registrar; ConfirmationNeeded; Refused 'notToBeRedated', 'noBusinessDay',
 *   'sameDate', 'dateTooFar'
 */
export async function redateFiling(
  actor: Actor,
  reference: string,
  { issueOn, reason }: Redating,
  times: Times,
  write: (tx: Tx, filing: Filing) => Promise<Pick<NewMail, 'subject' | 'html' | 'text'>>,
): Promise<void> {
  if (!can(actor, 'redate-filings')) throw new NotFound('filing');
  requireFactor(actor, 'redate filing', times.now);
  await db().transaction(async (tx) => {
    const open = and(eq(filings.reference, reference), inArray(filings.state, statesBefore('withdrawn')));
    const [filing] = await tx.select().from(filings).where(open).for('update');
    if (!filing) throw new Refused('notToBeRedated');
    if (filing.issueOn === issueOn) throw new Refused('sameDate');
    if (!isPlausible(issueOn, filing.receivedAt)) throw new Refused('dateTooFar');
    if (!isBusinessDay(issueOn, await getCalendar(tx))) throw new Refused('noBusinessDay');
    await moveDate(tx, filing, issueOn, times, async () => {
      const details = { from: filing.issueOn, to: issueOn, reason };
      await record(tx, actor, { action: 'redate filing', subject: reference, details }, times.now);
      const dedupeKey = `claim-redated/${filing.id}/${times.now.getTime()}`;
      const mail = { dedupeKey, recipient: filing.contact.email, ...(await write(tx, filing)) };
      await queueMail(tx, { kind: 'claim-redated', filingId: filing.id, ...mail }, times.now);
    });
  });
}
