import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { type Db, db } from '@/lib/data/db';
import { filings, mailEvents, outbox } from '@/lib/data/schema';

/** What the provider reports of a message it had accepted. */
export type MailEvent = {
  /** Of the report itself: the same report may come twice. */
  id: string;
  /** The provider's id of the message. */
  providerId: string;
  type: string;
  at: Date;
};

/** What is kept of a report in the message's own row, by its type. What the provider did not send on did not arrive. */
const kept: Record<string, 'deliveredAt' | 'bouncedAt' | 'complainedAt'> = {
  'email.delivered': 'deliveredAt',
  'email.bounced': 'bouncedAt',
  'email.failed': 'bouncedAt',
  'email.suppressed': 'bouncedAt',
  'email.complained': 'complainedAt',
};

/** A report and our own note of the provider's id wait for each other, so that the second of them sees the first. */
async function inTurn(tx: Db, providerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`);
}

/** Writes a report into the row of its message, where there is one that does not say so yet. */
async function apply(tx: Db, event: MailEvent, now: Date): Promise<void> {
  const column = kept[event.type];
  if (!column) return;
  const ofMessage = eq(outbox.providerId, event.providerId);
  const [changed] = await tx
    .update(outbox)
    .set({ [column]: event.at })
    .where(and(ofMessage, isNull(outbox[column])))
    .returning({ filingId: outbox.filingId });
  if (column !== 'bouncedAt' || !changed?.filingId) return;
  const [filing] = await tx
    .select({ reference: filings.reference })
    .from(filings)
    .where(eq(filings.id, changed.filingId));
  if (!filing) return;
  const details = { report: event.type };
  const entry = { action: 'mail bounced', subject: filing.reference, outcome: 'refused' as const, details };
  await record(tx, { kind: 'system' }, entry, now);
}

/** Keeps a report once, in whatever order reports come; one of a message that nobody knows is kept as well. */
export async function recordMailEvent(event: MailEvent, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    await inTurn(tx, event.providerId);
    const added = await tx
      .insert(mailEvents)
      .values({ ...event, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (added.length > 0) await apply(tx, event, now);
  });
}

/**
 * Applies the reports that came before the provider's id was known to be the message's.
 * @param note stores the id; what it returns is returned
 */
export function withEarlierReports<T>(
  providerId: string,
  now: Date,
  note: (tx: Db) => Promise<T>,
): Promise<T> {
  return db().transaction(async (tx) => {
    await inTurn(tx, providerId);
    const noted = await note(tx);
    const ofMessage = eq(mailEvents.providerId, providerId);
    const reports = await tx.select().from(mailEvents).where(ofMessage).orderBy(asc(mailEvents.createdAt));
    for (const report of reports) await apply(tx, report, now);
    return noted;
  });
}
