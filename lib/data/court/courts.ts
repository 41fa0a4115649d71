import { asc, eq } from 'drizzle-orm';
import { courts as seed } from '@/drizzle/courts';
import { NotFound } from '@/lib/data/access/errors';
import { type Db, db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import type { Court } from '@/lib/domain/court/court';

/** Adds missing court offices. Staff's changes to existing ones stay. */
export async function seedCourts(): Promise<void> {
  await db().insert(courts).values(seed).onConflictDoNothing();
}

/** Every court office by the name of its municipality, whether or not it accepts claims today. Public. */
export async function listCourts(): Promise<Court[]> {
  return db().select().from(courts).orderBy(asc(courts.municipality));
}

/** @throws NotFound */
export async function getCourt(id: string, tx: Db = db()): Promise<Court> {
  const [court] = await tx.select().from(courts).where(eq(courts.id, id));
  if (!court) throw new NotFound('court');
  return court;
}
