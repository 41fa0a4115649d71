import { and, asc, desc, eq, gt, isNotNull, lte, or } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound, Refused } from '@/lib/data/errors';
import { audit, courts, documents, documentVersions, filings, outbox, users } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';

type Filing = typeof filings.$inferSelect;

function listDocuments({ draftId }: Filing) {
  return db()
    .select({
      versionId: documentVersions.id,
      version: documentVersions.version,
      kind: documents.kind,
      name: documents.name,
      pages: documents.pages,
      size: documentVersions.size,
    })
    .from(documents)
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .where(and(eq(documents.draftId, draftId), eq(documents.state, 'ready')))
    .orderBy(asc(documents.createdAt), asc(documents.id), asc(documentVersions.version));
}

function listFilingMail({ id }: Filing) {
  return db()
    .select({ id: outbox.id, subject: outbox.subject, state: outbox.state, createdAt: outbox.createdAt })
    .from(outbox)
    .where(eq(outbox.filingId, id))
    .orderBy(desc(outbox.createdAt), desc(outbox.id));
}

/** Everything that was done to the filing, the newest first, 100 lines at most. */
function listHistory({ reference }: Filing) {
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
  const [row] = await db()
    .select({ filing: filings, court: courts.municipality })
    .from(filings)
    .innerJoin(courts, eq(courts.id, filings.courtId))
    .where(eq(filings.reference, reference));
  if (!row) throw new NotFound('filing');
  await record(db(), actor, { action: 'view filing', subject: reference }, now);
  return {
    ...row,
    documents: await listDocuments(row.filing),
    mails: await listFilingMail(row.filing),
    history: await listHistory(row.filing),
  };
}
export type FilingRecord = Awaited<ReturnType<typeof getFilingRecord>>;

/** Whether there is something to try again: the filing was due, or a try failed and the next one waits. */
export function isRetryable(filing: Pick<Filing, 'state' | 'dueAt' | 'lastError'>, courtNow: Date): boolean {
  return filing.state === 'received' && (filing.lastError !== null || filing.dueAt <= courtNow);
}

/**
 * Puts a filing that should have been issued in front of the worker again, without the wait after failed tries.
 * One that waits for the opening of the office keeps waiting.
 * @throws NotFound, Refused 'nothingToRetry'
 */
export async function retryFiling(
  actor: Actor,
  reference: string,
  { now, courtNow }: { now: Date; courtNow: Date },
): Promise<void> {
  if (!can(actor, 'retry-filings')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const retried = await tx
      .update(filings)
      .set({ dueAt: courtNow, leaseUntil: null, leaseToken: null })
      .where(
        and(
          eq(filings.reference, reference),
          eq(filings.state, 'received'),
          or(isNotNull(filings.lastError), lte(filings.dueAt, courtNow)),
        ),
      )
      .returning({ id: filings.id });
    if (retried.length === 0) throw new Refused('nothingToRetry');
    await record(tx, actor, { action: 'retry filing', subject: reference }, now);
  });
}
