import { addMinutes } from 'date-fns';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { saveStep } from '@/lib/data/claim/answers';
import { listDocuments, removeDocument } from '@/lib/data/claim/documents/documents';
import { deleteDraft, getDraft, startDraft } from '@/lib/data/claim/drafts';
import { listDeletedDrafts, restoreDraft } from '@/lib/data/claim/kept/deleted-drafts';
import { db } from '@/lib/data/db/db';
import { documents } from '@/lib/data/db/schema/document';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, upload } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');

eachDatabase('a deleted draft', () => {
  it('comes back as it was, with its documents and without what was removed before', async () => {
    const filer = await newFiler(now);
    const { reference } = await readyDraft(filer);
    const other = await upload(filer, reference, 'bilingual-request');
    await removeDocument(filer, other.documentId, addMinutes(now, -1));
    const before = [(await getDraft(filer, reference)).answers, await listDocuments(filer, reference)];
    await deleteDraft(filer, reference, now);
    expect(await listDeletedDrafts(filer, now)).toEqual([{ reference, deletedAt: now }]);
    await expect(getDraft(filer, reference)).rejects.toThrow(NotFound);
    await restoreDraft(filer, reference, addMinutes(now, 54));
    expect([(await getDraft(filer, reference)).answers, await listDocuments(filer, reference)]).toEqual(
      before,
    );
    expect(await listDeletedDrafts(filer, now)).toEqual([]);
    await saveStep(filer, reference, 'nature', { nature: 'debt' }, now);
  });

  it('comes back with a file of which nobody has said what it is, as that', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    const { documentId } = await upload(filer, reference, 'claim');
    const unsorted = { kind: null, state: 'unsorted' } as const;
    await db().update(documents).set(unsorted).where(eq(documents.id, documentId));
    await deleteDraft(filer, reference, now);
    await restoreDraft(filer, reference, now);
    expect(await listDocuments(filer, reference)).toMatchObject([unsorted]);
  });

  it('comes back for its owner alone, and not once its files may go', async () => {
    const [filer, other] = [await newFiler(now), await newFiler(now)];
    const { reference } = await startDraft(filer, now);
    await expect(restoreDraft(filer, reference, now)).rejects.toThrow(NotFound);
    await deleteDraft(filer, reference, now);
    await expect(restoreDraft(other, reference, now)).rejects.toThrow(NotFound);
    await expect(restoreDraft({ kind: 'anonymous' }, reference, now)).rejects.toThrow(NotFound);
    expect(await listDeletedDrafts(other, now)).toEqual([]);
    await expect(restoreDraft(filer, reference, addMinutes(now, 55))).rejects.toThrow(NotFound);
    expect(await listDeletedDrafts(filer, addMinutes(now, 55))).toEqual([]);
  });
});
