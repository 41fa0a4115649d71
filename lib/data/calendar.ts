import { asc } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db';
import { closures, courtCalendar } from '@/lib/data/schema';
import { type CourtCalendar, standardCalendar } from '@/lib/domain/calendar';
import type { Closure } from '@/lib/domain/closure';

type Row = typeof closures.$inferSelect;

/** A row holds one kind or the other; one that holds neither closes nothing. */
function closureOf({ on, month, day, fromYear, isHoliday, nameEn, nameFr }: Row): Closure[] {
  const named = { nameEn, nameFr };
  if (on) return [{ ...named, on, isHoliday }];
  return month && day && fromYear ? [{ ...named, month, day, fromYear }] : [];
}

/** The court's calendar as staff keep it. Public. In a transaction, as it stands there. */
export async function getCalendar(tx: Db = db()): Promise<CourtCalendar> {
  const rows = await tx.select().from(closures).orderBy(asc(closures.createdAt));
  const [settings] = await tx.select().from(courtCalendar);
  const beforeOpening = settings?.beforeOpening ?? standardCalendar.beforeOpening;
  return { closures: rows.flatMap(closureOf), beforeOpening };
}
