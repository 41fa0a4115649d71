import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { profiles } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { type DocumentState, documents } from '@/lib/data/db/schema/document';
import type { Actor } from '@/lib/domain/access/access';

/**
 * So long its owner can bring a deleted draft back: until shortly before the sweeper takes its files
 * (lib/jobs/upkeep/sweep-removed.ts).
 */
export const restorableForMs = 55 * 60_000;

/** A draft that its owner deleted a moment ago. */
export type DeletedDraft = { reference: string; deletedAt: Date };

/** The condition for the actor's drafts that can be brought back. @throws NotFound for anyone who is not signed in */
function restorable(actor: Actor, now: Date) {
  if (actor.kind !== 'user') throw new NotFound('draft');
  const since = new Date(now.getTime() - restorableForMs);
  return and(eq(profiles.userId, actor.userId), gt(drafts.deletedAt, since), isNull(drafts.submittedAt));
}

/** The actor's drafts that can be brought back, the last deleted first. */
export async function listDeletedDrafts(actor: Actor, now: Date): Promise<DeletedDraft[]> {
  const rows = await db()
    .select({ reference: drafts.reference, deletedAt: drafts.deletedAt })
    .from(drafts)
    .innerJoin(profiles, eq(profiles.id, drafts.profileId))
    .where(restorable(actor, now))
    .orderBy(desc(drafts.deletedAt));
  return rows.flatMap(({ reference, deletedAt }) => (deletedAt ? [{ reference, deletedAt }] : []));
}

/** What a document was before it left with its draft: what is known of it tells. */
const stateBefore = sql<DocumentState>`case
  when ${documents.sha256} is not null and ${documents.kind} is null then 'unsorted'
  when ${documents.sha256} is not null then 'ready'
  when ${documents.refusal} is not null then 'refused'
  else 'uploading' end`;

/**
 * Brings a deleted draft back with the documents that left with it; those that were removed before stay away.
 * @throws NotFound for another person's, for one that is not deleted, and once its time is over
 */
export function restoreDraft(actor: Actor, reference: string, now: Date): Promise<void> {
  return db().transaction(async (tx) => {
    const [draft] = await tx
      .select({ id: drafts.id, deletedAt: drafts.deletedAt })
      .from(drafts)
      .innerJoin(profiles, eq(profiles.id, drafts.profileId))
      .where(and(eq(drafts.reference, reference), restorable(actor, now)))
      .for('update', { of: drafts });
    if (!draft?.deletedAt) throw new NotFound('draft');
    await tx.update(drafts).set({ deletedAt: null }).where(eq(drafts.id, draft.id));
    await tx
      .update(documents)
      .set({ state: stateBefore, removedAt: null })
      .where(and(eq(documents.draftId, draft.id), eq(documents.removedAt, draft.deletedAt)));
    await record(tx, actor, { action: 'restore draft', subject: reference }, now);
  });
}
