import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { claimPdf, notAPdf } from '@/e2e/fixtures/pdfs';
import { listDocuments, removeDocument } from '@/lib/data/claim/documents/documents';
import { beginUpload } from '@/lib/data/claim/documents/uploads';
import { startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { documents, documentVersions, pendingFiles } from '@/lib/data/db/schema/document';
import { notePending, strikePending } from '@/lib/data/filing/pending-files';
import { receiveDocument } from '@/lib/jobs/issuing/receive-document';
import { sweep } from '@/lib/jobs/upkeep/sweep';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const later = new Date(now.getTime() + 3 * 3_600_000);

/** A file that an attempt put into storage before its process was killed. */
async function abandoned(): Promise<string> {
  const customId = randomUUID();
  await notePending(customId, now);
  return store.put({ customId, name: 'x.pdf' }, Buffer.from(`%PDF-1.4 ${customId}`));
}

eachDatabase('the sweeper', () => {
  it('deletes what a killed try left, but not while the try may still live', async () => {
    const storageKey = await abandoned();
    await sweep(new Date(now.getTime() + 60_000));
    expect(await store.exists(storageKey)).toBe(true);
    await sweep(later);
    expect(await store.exists(storageKey)).toBe(false);
    expect(await db().$count(pendingFiles)).toBe(0);
  });

  it('leaves nothing that a try which stood still could still name', async () => {
    const storageKey = await abandoned();
    const [note] = await db().select().from(pendingFiles);
    await sweep(later);
    expect(await store.exists(storageKey)).toBe(false);
    const name = db().transaction((tx) => strikePending(tx, [note?.customId ?? '']));
    expect(await name).toBe(false);
  });

  it('is content with a file that was never put', async () => {
    await notePending(randomUUID(), now);
    await sweep(later);
    expect(await db().$count(pendingFiles)).toBe(0);
  });

  it('gives up an upload that was never finished, and deletes what had arrived of it', async () => {
    const filer = await newFiler(now);
    const { reference: draft } = await startDraft(filer, now);
    const asked = { draft, kind: 'claim', name: 'a.pdf', size: 10 };
    const { documentId } = await beginUpload(filer, asked, now);
    const storageKey = await store.put({ customId: documentId, name: 'a.pdf' }, Buffer.from('%PDF-1.4'));
    await sweep(new Date(now.getTime() + 90 * 60_000));
    expect(await listDocuments(filer, draft)).toMatchObject([{ state: 'uploading' }]);
    await sweep(later);
    expect(await listDocuments(filer, draft)).toEqual([]);
    expect(await store.exists(storageKey)).toBe(false);
    await receiveDocument(documentId, { storageKey, person: filer.userId });
    expect(await listDocuments(filer, draft)).toEqual([]);
  });

  it('has nothing to do after a file was refused, or came for a document that was removed', async () => {
    const filer = await newFiler(now);
    const { reference: draft } = await startDraft(filer, now);
    const arrive = async (bytes: Uint8Array, isRemoved: boolean) => {
      const asked = { draft, kind: 'claim', name: 'a.pdf', size: bytes.length };
      const { documentId } = await beginUpload(filer, asked, now);
      if (isRemoved) await removeDocument(filer, documentId, now);
      const storageKey = await store.put({ customId: documentId, name: 'a.pdf' }, bytes);
      await receiveDocument(documentId, { storageKey, person: filer.userId });
      return store.exists(storageKey);
    };
    expect(await arrive(notAPdf(), false)).toBe(false);
    expect(await arrive(await claimPdf({ title: 'Claim', pages: 1 }), true)).toBe(false);
    expect(await db().$count(pendingFiles)).toBe(0);
  });

  it('leaves alone what a filing names', async () => {
    const filer = await newFiler(now);
    const draft = await readyDraft(filer);
    await submitted(filer, { draft: draft.reference, locale: 'en' }, { now, courtNow: now });
    expect(await db().$count(pendingFiles)).toBe(0);
    await abandoned();
    await sweep(later);
    const versions = await db()
      .select({ storageKey: documentVersions.storageKey })
      .from(documentVersions)
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .where(eq(documents.id, draft.documentId));
    expect(versions).toHaveLength(2);
    for (const { storageKey } of versions) expect(await store.exists(storageKey)).toBe(true);
  });
});
