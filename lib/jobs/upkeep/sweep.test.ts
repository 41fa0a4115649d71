import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { documents, documentVersions, pendingFiles } from '@/lib/data/db/schema/document';
import { notePending, strikePending } from '@/lib/data/filing/pending-files';
import { sweep } from '@/lib/jobs/upkeep/sweep';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-23T15:00:00Z');
const later = new Date(now.getTime() + 2 * 3_600_000);

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
