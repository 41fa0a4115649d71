import { asc, lte, sql } from 'drizzle-orm';
import { db, readingDb } from '@/lib/data/db/db';
import { serviceDays } from '@/lib/data/db/schema/health';
import { COURT_ZONE, type IsoDate } from '@/lib/domain/court/day';

/** In which minutes the service was found well, by the database's clock: many servers count each minute once. */

/** Notes that a server found all its parts well in this minute. */
export async function noteWellMinute(): Promise<void> {
  const minute = sql`date_trunc('minute', clock_timestamp())`;
  const day = sql`(clock_timestamp() at time zone ${sql.raw(`'${COURT_ZONE}'`)})::date`;
  await db()
    .insert(serviceDays)
    .values({ day, firstAt: minute, lastAt: minute, wellMinutes: 1 })
    .onConflictDoUpdate({
      target: serviceDays.day,
      set: { lastAt: minute, wellMinutes: sql`${serviceDays.wellMinutes} + 1` },
      setWhere: sql`${serviceDays.lastAt} < ${minute}`,
    });
}

/** The days up to one of them, the oldest first. Public: they say nothing of people. */
export async function listServiceDays(last: IsoDate): Promise<(typeof serviceDays.$inferSelect)[]> {
  return (await readingDb())
    .select()
    .from(serviceDays)
    .where(lte(serviceDays.day, last))
    .orderBy(asc(serviceDays.day));
}
