import { eq } from 'drizzle-orm';
import { record } from '@/lib/data/audit';
import { db } from '@/lib/data/db';
import { NotFound } from '@/lib/data/errors';
import { courts } from '@/lib/data/schema';
import { type Actor, can } from '@/lib/domain/access';
import type { CourtSettings } from '@/lib/domain/court-settings';

/** Saves what staff decide about a court office. Claims already filed there are not touched. @throws NotFound */
export async function saveCourt(actor: Actor, id: string, settings: CourtSettings, now: Date): Promise<void> {
  if (!can(actor, 'edit-courts')) throw new NotFound('court');
  await db().transaction(async (tx) => {
    const saved = await tx
      .update(courts)
      .set({ ...settings, acceptsUntil: settings.acceptsUntil || null })
      .where(eq(courts.id, id))
      .returning({ id: courts.id });
    if (saved.length === 0) throw new NotFound('court');
    await record(tx, actor, { action: 'save court', subject: id }, now);
  });
}
