import { asc, eq } from 'drizzle-orm';
import { courts as seed } from '@/drizzle/courts';
import { NotFound } from '@/lib/data/access/errors';
import { type Db, db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { findSetting, findSettings } from '@/lib/data/settings/settings';
import { type Court, courtWithVersion, type Region, versionOfCourt } from '@/lib/domain/court/court';
import type { IsoDate } from '@/lib/domain/court/day';
import type { SettingOf } from '@/lib/domain/settings/setting';

/** Adds missing court offices. */
export async function seedCourts(): Promise<void> {
  await db().insert(courts).values(seed).onConflictDoNothing();
}

/**
 * Every court office as it is on a day, by the name of its municipality, whether or not it accepts claims then. Public.
 */
export async function listCourts(on: IsoDate): Promise<Court[]> {
  const rows = await db().select().from(courts).orderBy(asc(courts.municipality));
  const versions = new Map((await findSettings('court', on)).map(({ setting }) => [setting.id, setting]));
  return rows.map((row) => courtWithVersion(row, versions.get(row.id)));
}

/** One court office as it is on a day, or null. Public. */
export async function findCourt(id: string, on: IsoDate, tx: Db = db()): Promise<Court | null> {
  const row = await findRow(id, tx);
  return row && courtWithVersion(row, (await findSetting('court', on, id, tx))?.setting);
}

/** One court office as it is on a day. Public. @throws NotFound */
export async function getCourt(id: string, on: IsoDate, tx: Db = db()): Promise<Court> {
  const court = await findCourt(id, on, tx);
  if (!court) throw new NotFound('court');
  return court;
}

/** Where an office is, which no version changes. Public. @throws NotFound */
export async function municipalityOf(id: string): Promise<string> {
  const row = await findRow(id, db());
  if (!row) throw new NotFound('court');
  return row.municipality;
}

/** The region of each office by its id, which no version changes. Public. */
export async function regionsOfCourts(): Promise<Record<string, Region>> {
  const rows = await db().select({ id: courts.id, region: courts.region }).from(courts);
  return Object.fromEntries(rows.map(({ id, region }) => [id, region]));
}

/** What holds of an office where nobody set a version. Public. @throws NotFound */
export async function firstOfCourt(id: string, tx: Db = db()): Promise<SettingOf<'court'>> {
  const row = await findRow(id, tx);
  if (!row) throw new NotFound('court');
  return versionOfCourt(row);
}

async function findRow(id: string, tx: Db): Promise<Court | null> {
  const [row] = await tx.select().from(courts).where(eq(courts.id, id));
  return row ?? null;
}
