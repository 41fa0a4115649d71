import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { listDocuments, removeDocument } from '@/lib/data/claim/documents/documents';
import { beginUpload, finishUpload } from '@/lib/data/claim/documents/uploads';
import { startDraft } from '@/lib/data/claim/drafts';
import { discardUnused } from '@/lib/data/claim/mended/discarded-copies';
import {
  getMendedCopy,
  getUpload,
  keepOriginal,
  storeMendedCopy,
  takeMendedCopy,
} from '@/lib/data/claim/mended/mended-copies';
import { db } from '@/lib/data/db/db';
import { audit } from '@/lib/data/db/schema/audit';
import { drafts } from '@/lib/data/db/schema/claim';
import { documentVersions, pendingFiles } from '@/lib/data/db/schema/document';
import { notePending } from '@/lib/data/filing/pending-files';
import type { UserActor } from '@/lib/domain/access/access';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const later = new Date('2026-11-24T15:05:00Z');
const place = { kind: 'first-page', seal: { x: 20, y: 700, scale: 1 }, open: 0 } as const;
const mending = { unlocked: false, pages: [{ page: 2, becomes: null }] };

async function uploadedBy(filer: UserActor) {
  const { reference: draft } = await startDraft(filer, now);
  const { documentId } = await beginUpload(filer, { draft, kind: 'claim', name: 'A.pdf', size: 900 }, now);
  const warnings = [{ kind: 'blank-pages' as const, pages: [2] }];
  const file = { storageKey: documentId, size: 900, sha256: documentId, pages: 2, place, warnings };
  await finishUpload(documentId, { ...file, reading: null }, now);
  return { draft, documentId };
}

async function mendedOf(filer: UserActor, documentId: string) {
  const id = randomUUID();
  await notePending(id, now);
  const facts = { pages: 1, place: null, warnings: [], reading: null };
  await storeMendedCopy(
    filer,
    documentId,
    { id, storageKey: id, size: 800, sha256: id, facts, mending },
    later,
  );
  return id;
}

const shown = async (filer: UserActor, draft: string) => (await listDocuments(filer, draft))[0];
const versionsOf = async (documentId: string) =>
  (
    await db()
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.documentId, documentId))
      .orderBy(asc(documentVersions.version))
  ).map(({ version, kind }) => `${version} ${kind}`);
const isPending = (id: string) => db().$count(pendingFiles, eq(pendingFiles.customId, id));

eachDatabase('the mended copy of a document', () => {
  it('changes nothing until it is used, then takes the place of the upload, and gives it back', async () => {
    const filer = await newFiler(now);
    const { draft, documentId } = await uploadedBy(filer);
    const before = await shown(filer, draft);
    const copy = await mendedOf(filer, documentId);
    expect(await shown(filer, draft)).toEqual(before);
    expect(await getMendedCopy(filer, documentId)).toMatchObject({
      ...{ draft, isLater: false, original: before?.versionId, mended: copy, mending, pages: 1 },
      isUsed: false,
    });
    await takeMendedCopy(filer, documentId, later);
    await takeMendedCopy(filer, documentId, later);
    expect(await shown(filer, draft)).toMatchObject({
      ...{ size: 800, sha256: copy, pages: 1, place: null, warnings: [], versionId: copy, mending },
      state: 'ready',
    });
    expect(await versionsOf(documentId)).toEqual(['1 uploaded', '2 mended']);
    expect(await getUpload(filer, documentId)).toMatchObject({ storageKey: documentId });
    await keepOriginal(filer, documentId, later);
    expect(await shown(filer, draft)).toEqual(before);
    expect(await isPending(copy)).toBe(1);
    await expect(getMendedCopy(filer, documentId)).rejects.toThrow(NotFound);
    await expect(takeMendedCopy(filer, documentId, later)).rejects.toThrow(NotFound);
    const lines = await db().select().from(audit).where(eq(audit.subject, documentId));
    expect(lines.map(({ action }) => action)).toEqual([
      'mend document',
      'use mended copy',
      'use original document',
    ]);
  });

  it('is one: a new one takes the place of one that is not used, and none that of one that is', async () => {
    const filer = await newFiler(now);
    const { documentId } = await uploadedBy(filer);
    const [first, second] = [await mendedOf(filer, documentId), await mendedOf(filer, documentId)];
    expect([await isPending(first), await isPending(second)]).toEqual([1, 0]);
    expect(await versionsOf(documentId)).toEqual(['0 mended', '1 uploaded']);
    await takeMendedCopy(filer, documentId, later);
    await expect(mendedOf(filer, documentId)).rejects.toThrow(NotFound);
  });

  it('leaves at submission if it is not used, and stays if it is', async () => {
    const filer = await newFiler(now);
    const [unused, used] = [await uploadedBy(filer), await uploadedBy(filer)];
    for (const { documentId } of [unused, used]) await mendedOf(filer, documentId);
    await takeMendedCopy(filer, used.documentId, later);
    for (const { draft, documentId } of [unused, used]) {
      const [row] = await db().select().from(drafts).where(eq(drafts.reference, draft));
      await db().transaction((tx) => discardUnused(tx, row?.id ?? '', later));
      expect(await versionsOf(documentId)).toHaveLength(documentId === used.documentId ? 2 : 1);
    }
  });

  it('is nobody else’s to see, make or use, and not one of what was removed or submitted', async () => {
    const [filer, other] = [await newFiler(now), await newFiler(now)];
    const { draft, documentId } = await uploadedBy(filer);
    await mendedOf(filer, documentId);
    const tries = [
      () => getUpload(other, documentId),
      () => getMendedCopy(other, documentId),
      () => mendedOf(other, documentId),
      () => takeMendedCopy(other, documentId, later),
      () => keepOriginal(other, documentId, later),
      () => keepOriginal(filer, 'no-id', later),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound);
    await removeDocument(filer, documentId, later);
    await expect(takeMendedCopy(filer, documentId, later)).rejects.toThrow(NotFound);
    const submitted = await uploadedBy(filer);
    await mendedOf(filer, submitted.documentId);
    await db().update(drafts).set({ submittedAt: later }).where(eq(drafts.reference, submitted.draft));
    await expect(takeMendedCopy(filer, submitted.documentId, later)).rejects.toThrow(NotFound);
    expect(draft).not.toBe(submitted.draft);
  });
});
