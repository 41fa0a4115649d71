import { and, desc, eq } from 'drizzle-orm';
import { NotFound } from '@/lib/data/access/errors';
import { visibleTo } from '@/lib/data/access/ownership';
import { record } from '@/lib/data/audit/audit';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { filingNotes } from '@/lib/data/db/schema/desk';
import { filings } from '@/lib/data/db/schema/filing';
import { filingIdFor } from '@/lib/data/filing/desk/filing-id';
import { can, type UserActor } from '@/lib/domain/access/access';

/** What staff note about a filing for each other: only added, and never shown or sent to its filer. */
export type FilingNote = { entry: number; text: string; oneKeyId: string; writtenAt: Date };

/** The notes on a filing, the newest first. @throws NotFound for anyone but staff */
export async function listNotes(actor: UserActor, reference: string): Promise<FilingNote[]> {
  if (!can(actor, 'read-filings')) throw new NotFound('notes');
  return db()
    .select({
      entry: filingNotes.entry,
      text: filingNotes.text,
      oneKeyId: users.oneKeyId,
      writtenAt: filingNotes.writtenAt,
    })
    .from(filingNotes)
    .innerJoin(filings, eq(filings.id, filingNotes.filingId))
    .innerJoin(users, eq(users.id, filingNotes.writtenBy))
    .where(and(eq(filings.reference, reference), visibleTo(actor)))
    .orderBy(desc(filingNotes.entry));
}

/** Adds a note to a filing. The audit log keeps who and when, not what. @throws NotFound for anyone but staff */
export async function addNote(actor: UserActor, reference: string, text: string, now: Date): Promise<void> {
  if (!can(actor, 'write-notes')) throw new NotFound('filing');
  await db().transaction(async (tx) => {
    const filingId = await filingIdFor(actor, reference, tx);
    await tx.insert(filingNotes).values({ filingId, text, writtenBy: actor.userId, writtenAt: now });
    await record(tx, actor, { action: 'note on filing', subject: reference }, now);
  });
}
