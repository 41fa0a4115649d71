import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { drafts } from '@/lib/data/db/schema/claim';
import { documents, documentVersions } from '@/lib/data/db/schema/document';
import type { UserActor } from '@/lib/domain/access/access';
import { sweepClosed } from '@/lib/jobs/upkeep/sweep-closed';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');

/** A draft whose owner removed its document, as closing an account does. */
async function removedDocument(filer: UserActor) {
  const draft = await readyDraft(filer);
  await db().update(documents).set({ state: 'removed' }).where(eq(documents.id, draft.documentId));
  return draft;
}

const mark = ({ userId }: UserActor, values: Partial<typeof users.$inferInsert>) =>
  db().update(users).set(values).where(eq(users.id, userId));

onDatabase('the sweeper of closed accounts', () => {
  it('deletes the files of removed documents, once', async () => {
    const filer = await newFiler(now);
    const { storageKey, documentId } = await removedDocument(filer);
    await mark(filer, { closedAt: now });
    await sweepClosed();
    await sweepClosed();
    expect(await store.exists(storageKey)).toBe(false);
    expect(await db().$count(documentVersions, eq(documentVersions.documentId, documentId))).toBe(0);
  });

  it('leaves alone what an open account removed, and what a legal hold keeps', async () => {
    const [open, kept] = [await newFiler(now), await newFiler(now)];
    const files = [await removedDocument(open), await removedDocument(kept)];
    await mark(kept, { closedAt: now, legalHold: 'order of the court' });
    await sweepClosed();
    for (const { storageKey } of files) expect(await store.exists(storageKey)).toBe(true);
  });

  it('leaves alone what was filed', async () => {
    const filer = await newFiler(now);
    const { storageKey, reference } = await readyDraft(filer);
    await submitted(filer, { draft: reference, locale: 'en' }, { now, courtNow: now });
    await mark(filer, { closedAt: now });
    await sweepClosed();
    expect(await store.exists(storageKey)).toBe(true);
    expect(await db().$count(drafts, eq(drafts.reference, reference))).toBe(1);
  });
});
