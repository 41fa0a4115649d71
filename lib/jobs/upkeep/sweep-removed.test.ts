import { eq, inArray } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { saveStep } from '@/lib/data/claim/answers';
import { listDocuments, removeDocument } from '@/lib/data/claim/documents/documents';
import { sweepRemovedDocuments } from '@/lib/data/claim/documents/removed-documents';
import { beginUpload } from '@/lib/data/claim/documents/uploads';
import { deleteDraft } from '@/lib/data/claim/drafts';
import { getVersion } from '@/lib/data/claim/versions';
import { db } from '@/lib/data/db/db';
import { users } from '@/lib/data/db/schema/account';
import { documents, documentVersions, removed } from '@/lib/data/db/schema/document';
import type { UserActor } from '@/lib/domain/access/access';
import { sweepRemoved } from '@/lib/jobs/upkeep/sweep-removed';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted, upload } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const minute = 60_000;
const now = new Date();
const after = (minutes: number) => new Date(now.getTime() + minutes * minute);

const rowsOf = (documentId: string) => db().$count(documents, eq(documents.id, documentId));

/** A draft whose document is removed at `now`. */
async function removedDocument(filer: UserActor) {
  const draft = await readyDraft(filer);
  await db().update(documents).set(removed(now)).where(eq(documents.id, draft.documentId));
  return draft;
}

const mark = ({ userId }: UserActor, values: Partial<typeof users.$inferInsert>) =>
  db().update(users).set(values).where(eq(users.id, userId));

eachDatabase('the sweeper of what left its draft', () => {
  it('deletes a removed document, row and file, after an hour and not before; its owner sees it no more at once', async () => {
    const filer = await newFiler(now);
    const { storageKey, documentId, reference } = await readyDraft(filer);
    const [shown] = await listDocuments(filer, reference);
    await removeDocument(filer, documentId, now);
    await expect(getVersion(filer, shown?.versionId ?? '')).rejects.toThrow('not found');
    await sweepRemoved(after(59));
    expect(await store.exists(storageKey)).toBe(true);
    await sweepRemoved(after(61));
    await sweepRemoved(after(61));
    expect(await store.exists(storageKey)).toBe(false);
    expect(await rowsOf(documentId)).toBe(0);
  });

  it('deletes what was replaced, keeps what replaced it, and empties a deleted draft', async () => {
    const filer = await newFiler(now);
    const first = await readyDraft(filer);
    const second = await upload(filer, first.reference, 'claim');
    await sweepRemoved(after(61));
    expect(await store.exists(first.storageKey)).toBe(false);
    expect(await store.exists(second.storageKey)).toBe(true);
    await deleteDraft(filer, first.reference, now);
    await sweepRemoved(after(61));
    expect(await store.exists(second.storageKey)).toBe(false);
  });

  it('leaves alone what was filed, and deletes what the filing did not need', async () => {
    const filer = await newFiler(now);
    const { storageKey, reference } = await readyDraft(filer, 'bilingual');
    const needless = await upload(filer, reference, 'bilingual-request');
    await saveStep(filer, reference, 'language', { language: 'english' }, now);
    await submitted(filer, { draft: reference, locale: 'en' }, { now, courtNow: now });
    await sweepRemoved(after(61));
    expect(await store.exists(storageKey)).toBe(true);
    expect(await store.exists(needless.storageKey)).toBe(false);
  });

  it('leaves alone what a filing uses even if its row were marked as removed', async () => {
    const filer = await newFiler(now);
    const { storageKey, reference, documentId } = await readyDraft(filer);
    await submitted(filer, { draft: reference, locale: 'en' }, { now, courtNow: now });
    await db().update(documents).set(removed(now)).where(eq(documents.id, documentId));
    await sweepRemoved(after(61));
    expect(await store.exists(storageKey)).toBe(true);
    await db().update(documents).set({ state: 'ready', removedAt: null }).where(eq(documents.id, documentId));
  });

  it('keeps what a legal hold keeps until it is lifted, also of a closed account', async () => {
    const [open, closed] = [await newFiler(now), await newFiler(now)];
    const files = [await removedDocument(open), await removedDocument(closed)];
    await mark(open, { legalHold: 'order of the court' });
    await mark(closed, { closedAt: now, legalHold: 'order of the court' });
    await sweepRemoved(after(61));
    for (const { storageKey } of files) expect(await store.exists(storageKey)).toBe(true);
    await mark(closed, { legalHold: null });
    await sweepRemoved(after(61));
    expect(await Promise.all(files.map(({ storageKey }) => store.exists(storageKey)))).toEqual([true, false]);
    await mark(open, { legalHold: null });
    await sweepRemoved(after(61));
  });

  it('forgets an upload that was replaced before it arrived, though there is no file', async () => {
    const filer = await newFiler(now);
    const { reference: draft } = await readyDraft(filer);
    const asked = { draft, kind: 'bilingual-request', name: 'r.pdf', size: 10 };
    const { documentId } = await beginUpload(filer, asked, now);
    await beginUpload(filer, asked, now);
    await sweepRemoved(after(61));
    expect(await rowsOf(documentId)).toBe(0);
  });

  it('tries again after storage failed, and loses no row meanwhile', async () => {
    const { storageKey, documentId } = await removedDocument(await newFiler(now));
    const failing = vi.fn(async () => {
      throw new Error('storage is away');
    });
    await expect(sweepRemovedDocuments(after(1), failing)).rejects.toThrow('storage is away');
    expect(failing).toHaveBeenCalledWith([storageKey]);
    expect(await db().$count(documentVersions, eq(documentVersions.documentId, documentId))).toBe(1);
    await sweepRemoved(after(61));
    expect(await rowsOf(documentId)).toBe(0);
  });

  it('never takes a document that another server is at', async () => {
    const filer = await newFiler(now);
    const made = [await removedDocument(filer), await removedDocument(filer), await removedDocument(filer)];
    const taken: string[] = [];
    const take = async (storageKeys: string[]) => {
      taken.push(...storageKeys);
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    await Promise.all(Array.from({ length: 4 }, () => sweepRemovedDocuments(after(1), take)));
    expect(taken.sort()).toEqual(made.map(({ storageKey }) => storageKey).sort());
    const ids = made.map(({ documentId }) => documentId);
    expect(await db().$count(documents, inArray(documents.id, ids))).toBe(0);
    await Promise.all(made.map(({ storageKey }) => store.delete(storageKey)));
  });
});
