import { and, eq } from 'drizzle-orm';
import { NotFound, Refused } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { type FiledClaim, getFiling } from '@/lib/data/filing/filings';
import { type Actor, can } from '@/lib/domain/access/access';
import { dueFrom, type Times } from '@/lib/domain/court/calendar';

/**
 * One filing for staff. The audit log records each look at it.
 * @throws NotFound for anyone else, or if there is none
 */
export async function viewFilingRecord(actor: Actor, reference: string, now: Date): Promise<FiledClaim> {
  if (!can(actor, 'read-filings')) throw new NotFound('filing');
  const filing = await getFiling(actor, reference);
  await record(db(), actor, { action: 'view filing', subject: reference }, now);
  return filing;
}

/**
 * Makes the worker take up at once a filing that should have been issued, without the wait after a failed
 * attempt. A filing that waits for the office to open keeps waiting, and a worker that has the filing now
 * keeps its lease.
 * @throws NotFound, Refused 'nothingToRetry'
 */
export async function retryFiling(actor: Actor, reference: string, { now, courtNow }: Times): Promise<void> {
  if (!can(actor, 'retry-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const [filing] = await tx
      .select()
      .from(filings)
      .where(and(eq(filings.reference, reference), visibleTo(actor)))
      .for('update');
    const isWaiting = filing && filing.lastError === null && filing.dueAt > courtNow;
    if (filing?.state !== 'received' || isWaiting) throw new Refused('nothingToRetry');
    const dueAt = dueFrom(filing.issueOn, courtNow);
    await tx.update(filings).set({ dueAt }).where(eq(filings.id, filing.id));
    await record(tx, actor, { action: 'retry filing', subject: reference }, now);
  });
}
