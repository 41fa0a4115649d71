import { desc, eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { getFiling } from '@/lib/data/filings';
import { audit, filings, users } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import { dueFrom } from '@/lib/domain/calendar';

/** Everything that was done to the filing, the newest first, 100 lines at most. */
function listHistory(reference: string) {
  return db()
    .select({
      entry: audit.entry,
      at: audit.at,
      actor: audit.actor,
      oneKeyId: users.oneKeyId,
      action: audit.action,
      outcome: audit.outcome,
    })
    .from(audit)
    .leftJoin(users, eq(users.id, audit.userId))
    .where(eq(audit.subject, reference))
    .orderBy(desc(audit.entry))
    .limit(100);
}

/**
 * Everything of one filing, for staff. That it was looked at is recorded.
 * @throws NotFound for anyone else, or when there is none
 */
export async function getFilingRecord(actor: Actor, reference: string, now: Date) {
  if (!can(actor, 'read-filings')) throw new NotFound('filing');
  const filing = await getFiling(actor, reference);
  await record(db(), actor, { action: 'view filing', subject: reference }, now);
  return { filing, history: await listHistory(reference) };
}
export type FilingRecord = Awaited<ReturnType<typeof getFilingRecord>>;

/**
 * Puts a filing that should have been issued in front of the worker again, without the wait after failed tries.
 * One that waits for the opening of the office keeps waiting, and a worker that has it now keeps its lease.
 * @throws NotFound, Refused 'nothingToRetry'
 */
export async function retryFiling(
  actor: Actor,
  reference: string,
  { now, courtNow }: { now: Date; courtNow: Date },
): Promise<void> {
  if (!can(actor, 'retry-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const [filing] = await tx.select().from(filings).where(eq(filings.reference, reference)).for('update');
    const isWaiting = filing && filing.lastError === null && filing.dueAt > courtNow;
    if (filing?.state !== 'received' || isWaiting) throw new Refused('nothingToRetry');
    const dueAt = dueFrom(filing.issueOn, courtNow);
    await tx.update(filings).set({ dueAt }).where(eq(filings.id, filing.id));
    await record(tx, actor, { action: 'retry filing', subject: reference }, now);
  });
}
