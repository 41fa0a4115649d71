import { sql } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { workerPulse } from '@/lib/data/db/schema/health';

/** Notes that issuing had a turn. Many servers note it often, so it is written every five seconds at most. */
export async function notePulse(): Promise<void> {
  const issuingAt = sql`clock_timestamp()`;
  await db()
    .insert(workerPulse)
    .values({ issuingAt })
    .onConflictDoUpdate({
      target: workerPulse.id,
      set: { issuingAt },
      setWhere: sql`${workerPulse.issuingAt} < clock_timestamp() - interval '5 seconds'`,
    });
}

/**
 * The database's time, in ms since 1970, and the time since issuing last had a turn on any server, in ms; null if it never
 * had one.
 */
export async function readTimes(): Promise<{ databaseMs: number; pulseMs: number | null }> {
  const [row] = await db()
    .select({
      databaseMs: sql<string>`extract(epoch from clock_timestamp()) * 1000`,
      pulseMs: sql<
        string | null
      >`(select extract(epoch from clock_timestamp() - ${workerPulse.issuingAt}) * 1000
        from ${workerPulse})`,
    })
    .from(sql`(values (1)) as one`);
  if (!row) throw new Error('the database does not tell its time');
  return { databaseMs: Number(row.databaseMs), pulseMs: row.pulseMs === null ? null : Number(row.pulseMs) };
}
