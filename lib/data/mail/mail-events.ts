import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { record } from '@/lib/data/audit/audit';
import { type Db, db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { mailEvents, outbox } from '@/lib/data/db/schema/mail';

/** The provider's report about a message that it had accepted. */
export type MailEvent = {
  /** The id of the report itself, because the same report may come twice. */
  id: string;
  /** The provider's id of the message. */
  providerId: string;
  type: string;
  at: Date;
};

/**
 * The column of a message's row that records a report, by the report's type. A message that the provider did
 * not send on counts as not arrived.
 */
const columns: Record<string, 'deliveredAt' | 'bouncedAt' | 'complainedAt'> = {
  'email.delivered': 'deliveredAt',
  'email.bounced': 'bouncedAt',
  'email.failed': 'bouncedAt',
  'email.suppressed': 'bouncedAt',
  'email.complained': 'complainedAt',
};

/**
 * Makes reports of a message and our own note of its id wait for each other, so that the second sees the
 * first.
 */
export async function awaitTurn(tx: Db, providerId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${providerId}, 0))`);
}

/** Writes a report into the row of its message, if the row exists and does not record it yet. */
async function apply(tx: Db, event: MailEvent, now: Date): Promise<void> {
  const column = columns[event.type];
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
  const entry = { action: 'mail bounced', subject: filing.reference, outcome: 'refused', details } as const;
  await record(tx, { kind: 'system' }, entry, now);
}

/** Stores a report once. Reports may come in any order, even before their message's id is known. */
export async function recordMailEvent(event: MailEvent, now: Date): Promise<void> {
  await db().transaction(async (tx) => {
    await awaitTurn(tx, event.providerId);
    const added = await tx
      .insert(mailEvents)
      .values({ ...event, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (added.length > 0) await apply(tx, event, now);
  });
}

/**
 * Applies the reports that came before this id was known to be the message's. Call `awaitTurn` with the id
 * first.
 */
export async function applyEarlierReports(tx: Db, providerId: string, now: Date): Promise<void> {
  const ofMessage = eq(mailEvents.providerId, providerId);
  const reports = await tx.select().from(mailEvents).where(ofMessage).orderBy(asc(mailEvents.createdAt));
  for (const report of reports) await apply(tx, report, now);
}
