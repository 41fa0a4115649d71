import { asc } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { closures, courtCalendar } from '@/lib/data/db/schema/court';
import { type CourtCalendar, standardCalendar } from '@/lib/domain/court/calendar';
import type { Closure } from '@/lib/domain/court/closure';

type Row = typeof closures.$inferSelect;

/** The closure in a row: of one day, or of a day of every year. A row with neither closes nothing. */
export function closureOf({ on, month, day, fromYear, isHoliday, nameEn, nameFr }: Row): Closure[] {
  const named = { nameEn, nameFr };
  if (on) return [{ ...named, on, isHoliday }];
  return month && day && fromYear ? [{ ...named, month, day, fromYear }] : [];
}

/**
 * The court's calendar with staff's edits. Public. Within a transaction it shows that transaction's state.
 */
export async function getCalendar(tx: Db = db()): Promise<CourtCalendar> {
  const rows = await tx.select().from(closures).orderBy(asc(closures.createdAt));
  const [settings] = await tx.select().from(courtCalendar);
  const beforeOpening = settings?.beforeOpening ?? standardCalendar.beforeOpening;
  return { closures: rows.flatMap(closureOf), beforeOpening };
}
