import { eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { courts } from '@/lib/data/db/schema/court';
import { type Actor, can } from '@/lib/domain/access/access';
import type { CourtSettings } from '@/lib/domain/court/court-settings';

/** Saves staff's settings for a court office. Claims already filed there do not change. @throws NotFound */
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
