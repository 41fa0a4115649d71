import { and, asc, eq, isNull, or, type SQL } from 'drizzle-orm';
import { type Db, db } from '@/lib/data/db/db';
import { closures, courtCalendar, courts } from '@/lib/data/db/schema/court';
import { type CourtCalendar, standardCalendar } from '@/lib/domain/court/calendar';
import type { Closure, Where } from '@/lib/domain/court/closure';

type Row = typeof closures.$inferSelect;

/** What the closure in a row closes; undefined for every office. */
export function whereOf({ region, courtId }: Pick<Row, 'region' | 'courtId'>): Where | undefined {
  if (courtId) return { office: courtId };
  return region ? { region } : undefined;
}

/** The closure in a row: of one day, or of a day of every year. A row with neither closes nothing. */
export function closureOf({ on, month, day, fromYear, isHoliday, nameEn, nameFr, ...row }: Row): Closure[] {
  const where = whereOf(row);
  const named = { nameEn, nameFr, ...(where && { where }) };
  if (on) return [{ ...named, on, isHoliday }];
  return month && day && fromYear ? [{ ...named, month, day, fromYear }] : [];
}

/** The closures that hold in all the offices which are meant. */
function holdingIn(where: Where | undefined): SQL | undefined {
  const everywhere = and(isNull(closures.region), isNull(closures.courtId));
  if (!where) return everywhere;
  if ('region' in where) return or(everywhere, eq(closures.region, where.region));
  const region = db().select({ region: courts.region }).from(courts).where(eq(courts.id, where.office));
  return or(everywhere, eq(closures.courtId, where.office), eq(closures.region, region));
}

async function calendarOf(tx: Db, holding: SQL | undefined): Promise<CourtCalendar> {
  const rows = await tx.select().from(closures).where(holding).orderBy(asc(closures.createdAt));
  const [settings] = await tx.select().from(courtCalendar);
  const beforeOpening = settings?.beforeOpening ?? standardCalendar.beforeOpening;
  return { closures: rows.flatMap(closureOf), beforeOpening };
}

/**
 * The calendar with staff's edits that holds in every office: what a closure of some offices alone changes is not in it.
 * Public. Within a transaction it shows that transaction's state.
 */
export const getCalendar = (tx: Db = db()): Promise<CourtCalendar> => getCalendarIn(undefined, tx);

/** The calendar by which one office gives dates, or all offices of a region. Public. */
export const getCalendarIn = (where: Where | undefined, tx: Db = db()): Promise<CourtCalendar> =>
  calendarOf(tx, holdingIn(where));

/** The calendar by which the office of an id gives dates. Public. */
export const getCalendarOf = (office: string, tx: Db = db()): Promise<CourtCalendar> =>
  getCalendarIn({ office }, tx);

/** The rule of opening with every closure there is, also of some offices alone: to be shown, not to reckon with. Public. */
export const getAllClosures = (tx: Db = db()): Promise<CourtCalendar> => calendarOf(tx, undefined);
