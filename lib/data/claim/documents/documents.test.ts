import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { listDocuments, removeDocument } from '@/lib/data/claim/documents/documents';
import { beginUpload, finishUpload, refuseUpload } from '@/lib/data/claim/documents/uploads';
import { startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import { documentVersions } from '@/lib/data/db/schema/document';
import type { UserActor } from '@/lib/domain/access/access';
import { MAX_BYTES } from '@/lib/domain/claim/document';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const later = new Date('2026-11-24T15:05:00Z');

async function draftOf(filer: UserActor) {
  const { reference: draft } = await startDraft(filer, now);
  return { draft, kind: 'claim', name: 'Claim.pdf', size: 1_000 };
}

const received = (storageKey: string) => ({
  storageKey,
  size: 1_000,
  sha256: `sha256 of ${storageKey}`,
  pages: 2,
  place: { kind: 'first-page', seal: { x: 20, y: 700, scale: 1 }, open: 0 } as const,
  warnings: [{ kind: 'blank-pages' as const, pages: [2] }],
  reading: null,
});

eachDatabase('documents of a draft', (kind) => {
  it('are ready once the file arrived; told twice, nothing changes', async () => {
    const filer = await newFiler(now);
    const claim = await draftOf(filer);
    const { documentId } = await beginUpload(filer, { ...claim, name: 'C:\\my <claim>.PDF' }, now);
    expect(await listDocuments(filer, claim.draft)).toMatchObject([{ state: 'uploading', pages: null }]);
    await finishUpload(documentId, received(`${kind}-once`), now);
    await finishUpload(documentId, received(`${kind}-once`), now);
    const [document] = await listDocuments(filer, claim.draft);
    expect(document).toMatchObject({ id: documentId, name: 'my _claim_.PDF', state: 'ready', pages: 2 });
    expect(document?.warnings).toEqual([{ kind: 'blank-pages', pages: [2] }]);
    const versions = await db()
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.documentId, documentId));
    expect(versions).toMatchObject([
      {
        id: document?.versionId,
        version: 1,
        kind: 'uploaded',
        storageKey: `${kind}-once`,
        sha256: `sha256 of ${kind}-once`,
      },
    ]);
  });

  it('are refused before a row stands when they cannot be right', async () => {
    const filer = await newFiler(now);
    const claim = await draftOf(filer);
    const refusal = (wrong: object) =>
      beginUpload(filer, { ...claim, ...wrong }, now).catch((error) => error.key);
    expect(await refusal({ size: MAX_BYTES + 1 })).toBe('fileTooLarge');
    expect(await refusal({ size: 0 })).toBe('fileEmpty');
    expect(await refusal({ size: -5 })).toBe('fileEmpty');
    expect(await refusal({ name: '' })).toBe('chooseFile');
    await expect(beginUpload(filer, { ...claim, kind: 'novel' }, now)).rejects.toThrow(NotFound);
    expect(await listDocuments(filer, claim.draft)).toEqual([]);
  });

  it('may be called anything while they arrive, and end in .pdf once they proved to be one', async () => {
    const filer = await newFiler(now);
    const claim = await draftOf(filer);
    for (const [name, kept] of [
      ['claim.docx', 'claim.docx.pdf'],
      ['claim', 'claim.pdf'],
      ['Claim.PDF', 'Claim.PDF'],
      [`${'x'.repeat(100)}.docx`, `${'x'.repeat(95)}.pdf`],
    ]) {
      const { documentId } = await beginUpload(filer, { ...claim, name: name ?? '' }, now);
      await finishUpload(documentId, received(`${kind}-named-${name}`), now);
      expect(await listDocuments(filer, claim.draft)).toMatchObject([{ name: kept, state: 'ready' }]);
    }
  });

  it('give way to a newer one of their kind only when that one is ready', async () => {
    const filer = await newFiler(now);
    const claim = await draftOf(filer);
    const first = await beginUpload(filer, claim, now);
    await finishUpload(first.documentId, received(`${kind}-first`), now);
    const other = await beginUpload(filer, { ...claim, kind: 'bilingual-request' }, now);
    await finishUpload(other.documentId, received(`${kind}-other`), now);

    const second = await beginUpload(filer, claim, later);
    await refuseUpload(second.documentId, { code: 'password' });
    expect(await listDocuments(filer, claim.draft)).toMatchObject([
      { id: first.documentId, state: 'ready' },
      { id: other.documentId, state: 'ready' },
      { id: second.documentId, state: 'refused', refusal: 'password' },
    ]);

    const third = await beginUpload(filer, claim, later);
    await finishUpload(third.documentId, received(`${kind}-third`), now);
    expect((await listDocuments(filer, claim.draft)).map(({ id }) => id)).toEqual([
      other.documentId,
      third.documentId,
    ]);
  });

  it('are not taken when they were replaced or removed while arriving', async () => {
    const filer = await newFiler(now);
    const claim = await draftOf(filer);
    const slow = await beginUpload(filer, claim, now);
    const quick = await beginUpload(filer, claim, now);
    await finishUpload(quick.documentId, received(`${kind}-quick`), now);
    await expect(finishUpload(slow.documentId, received(`${kind}-slow`), now)).rejects.toThrow(NotFound);

    await removeDocument(filer, quick.documentId, now);
    await refuseUpload(quick.documentId, { code: 'corrupt' });
    expect(await listDocuments(filer, claim.draft)).toEqual([]);
  });

  it('are not taken once the draft is submitted', async () => {
    const filer = await newFiler(now);
    const claim = await draftOf(filer);
    const { documentId } = await beginUpload(filer, claim, now);
    await db().update(drafts).set({ submittedAt: now }).where(eq(drafts.reference, claim.draft));
    await expect(finishUpload(documentId, received(`${kind}-late`), now)).rejects.toThrow(NotFound);
    await expect(beginUpload(filer, claim, now)).rejects.toThrow(NotFound);
    await expect(removeDocument(filer, documentId, now)).rejects.toThrow(NotFound);
  });

  it('do not exist for anyone else', async () => {
    const owner = await newFiler(now);
    const claim = await draftOf(owner);
    const { documentId } = await beginUpload(owner, claim, now);
    for (const other of [await newFiler(now), { kind: 'anonymous' } as const]) {
      await expect(beginUpload(other, claim, now)).rejects.toThrow(NotFound);
      await expect(listDocuments(other, claim.draft)).rejects.toThrow(NotFound);
      await expect(removeDocument(other, documentId, now)).rejects.toThrow(NotFound);
    }
    await expect(removeDocument(owner, 'no-such-id', now)).rejects.toThrow(NotFound);
    expect(await listDocuments(owner, claim.draft)).toHaveLength(1);
  });
});
