import { and, eq, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { db } from '@/lib/data/db/db';
import { documents, fileFaults, pendingFiles } from '@/lib/data/db/schema/document';
import { filings } from '@/lib/data/db/schema/filing';
import { mailSender, outbox } from '@/lib/data/db/schema/mail';
import type { Times } from '@/lib/domain/court/calendar';

/** Nothing is counted further than this: each count goes along an index, and ends. */
const most = sql.raw('100000');
const all = sql`true`;

/** How many rows of a table fulfil a condition. */
const count = (table: PgTable, where: SQL | undefined = all) =>
  sql<number>`(select count(*)::int from (select 1 from ${table} where ${where} limit ${most}) as counted)`;

/** How long ago the first instant of a column was, in seconds; 0 where there is none. */
const age = (table: PgTable, column: PgColumn, where: SQL | undefined, now: Date) =>
  sql<number>`(select coalesce(greatest(extract(epoch from ${sql.param(now, column)} - min(${column})), 0), 0)::float8
    from ${table} where ${where})`;

/**
 * The figures of the whole court that stand in its rows, by one query: numbers alone, nothing of people. Ages are in
 * seconds, 0 where nothing waits. Whoever asks is the service itself, which tells them to those who watch it.
 * @param times filings are due by the court's clock, mail and files by the system's
 */
export async function readFigures({ now, courtNow }: Times) {
  const isReceived = eq(filings.state, 'received');
  const filingsDue = and(isReceived, lte(filings.dueAt, courtNow));
  const mailDue = and(eq(outbox.state, 'queued'), lte(outbox.dueAt, now));
  const [row] = await db()
    .select({
      filingsReceived: count(filings, isReceived),
      filingsDue: count(filings, filingsDue),
      filingsDueAge: age(filings, filings.dueAt, filingsDue, courtNow),
      onHold: sql<Record<string, number>>`(select coalesce(jsonb_object_agg(reason, n), '{}') from (
        select coalesce(${filings.holdReason}, 'unknown') as reason, count(*)::int as n
        from ${filings} where ${filings.state} = 'held' group by 1) as holds)`,
      mailQueued: count(outbox, eq(outbox.state, 'queued')),
      mailFailed: count(outbox, eq(outbox.state, 'failed')),
      mailUncertain: count(outbox, eq(outbox.state, 'uncertain')),
      mailDue: count(outbox, mailDue),
      mailDueAge: age(outbox, outbox.dueAt, mailDue, now),
      isMailPaused: sql<boolean>`exists (select 1 from ${mailSender} where ${mailSender.pauseReason} is not null)`,
      filesPending: count(pendingFiles),
      filesPendingAge: age(pendingFiles, pendingFiles.createdAt, all, now),
      filesToDelete: count(documents, and(isNotNull(documents.removedAt), isNull(documents.filingId))),
      filesFaulty: count(fileFaults),
    })
    .from(sql`(values (1)) as one`);
  if (!row) throw new Error('the database tells no figures');
  return row;
}
export type Figures = Awaited<ReturnType<typeof readFigures>>;
