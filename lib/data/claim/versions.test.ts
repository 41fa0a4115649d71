import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { removeDocument } from '@/lib/data/claim/documents/documents';
import { deleteDraft } from '@/lib/data/claim/drafts';
import { getVersion } from '@/lib/data/claim/versions';
import { db } from '@/lib/data/db/db';
import { documentVersions } from '@/lib/data/db/schema/document';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { readyDraft, upload } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');

onDatabase('versions of documents', () => {
  it('do not exist under an id that is none, nor under one that was never given', async () => {
    const clerk = await newPerson('clerk');
    for (const id of ['-'.repeat(36), 'x', '00000000-0000-4000-8000-000000000000']) {
      await expect(getVersion(clerk, id), id).rejects.toThrow(NotFound);
    }
  });

  it('are gone for their owner at once when the document is removed or replaced, or its draft deleted', async () => {
    const filer = await newFiler(now);
    const versionOf = async (documentId: string) => {
      const [version] = await db()
        .select()
        .from(documentVersions)
        .where(eq(documentVersions.documentId, documentId));
      return version?.id ?? '';
    };
    const [first, second] = [await readyDraft(filer), await readyDraft(filer)];
    const replaced = await versionOf(first.documentId);
    expect(await getVersion(filer, replaced)).toMatchObject({ sha256: first.sha256 });
    const { documentId } = await upload(filer, first.reference, 'claim', 5_000);
    await expect(getVersion(filer, replaced)).rejects.toThrow(NotFound);
    const removed = await versionOf(documentId);
    expect(await getVersion(filer, removed)).toMatchObject({ versionKind: 'uploaded' });
    await removeDocument(filer, documentId, now);
    await expect(getVersion(filer, removed)).rejects.toThrow(NotFound);
    const deleted = await versionOf(second.documentId);
    await deleteDraft(filer, second.reference, now);
    await expect(getVersion(filer, deleted)).rejects.toThrow(NotFound);
    expect(await getVersion({ kind: 'system' }, deleted)).toMatchObject({ versionKind: 'uploaded' });
  });
});
