import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { unfitClaimPdf } from '@/e2e/fixtures/unfit-claim';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { beginUpload } from '@/lib/data/claim/documents/uploads';
import { getMendedCopy, takeMendedCopy } from '@/lib/data/claim/mended/mended-copies';
import { db } from '@/lib/data/db/db';
import { documentVersions } from '@/lib/data/db/schema/document';
import type { UserActor } from '@/lib/domain/access/access';
import { mendDocument } from '@/lib/jobs/issuing/mend-document';
import { receiveDocument } from '@/lib/jobs/issuing/receive-document';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';
import { signedFile } from '@/lib/testing/pdf/files';

const inHours = new Date('2026-11-23T15:00:00Z');
const now = new Date();

/** A draft whose claim is this file, received as any upload is. */
async function draftWith(filer: UserActor, bytes: Uint8Array) {
  const { reference: draft } = await readyDraft(filer);
  const { documentId } = await beginUpload(
    filer,
    { draft, kind: 'claim', name: 'Unfit.pdf', size: bytes.length },
    now,
  );
  const storageKey = await store.put({ customId: randomUUID(), name: 'a.pdf' }, bytes);
  await receiveDocument(documentId, { storageKey, person: filer.userId });
  return { draft, documentId };
}

const versionsOf = (documentId: string) =>
  db()
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(asc(documentVersions.version));

eachDatabase('a mended copy', () => {
  it('is what the court seals, if its filer uses it', async () => {
    const filer = await newFiler(inHours);
    const { draft, documentId } = await draftWith(filer, await unfitClaimPdf());
    expect(await mendDocument(filer, documentId, now)).toBeUndefined();
    expect((await getMendedCopy(filer, documentId)).mending.pages.map(({ page }) => page)).toEqual([2, 3, 4]);
    await takeMendedCopy(filer, documentId, now);
    expect(await listDocuments(filer, draft)).toMatchObject([{ pages: 4, warnings: [] }]);
    await submitted(filer, { draft, locale: 'en' }, { now, courtNow: inHours });
    await expect.poll(async () => (await versionsOf(documentId)).length, { timeout: 300_000 }).toBe(3);
    const [uploaded, mended, sealed] = await versionsOf(documentId);
    expect([uploaded?.kind, mended?.kind, sealed?.kind]).toEqual(['uploaded', 'mended', 'sealed']);
    const [copy, filed] = [
      await store.read(mended?.storageKey ?? ''),
      await store.read(sealed?.storageKey ?? ''),
    ];
    expect(Buffer.compare(filed.subarray(0, copy.length), copy)).toBe(0);
  });

  it('is gone after submission, if its filer does not use it', async () => {
    const filer = await newFiler(inHours);
    const { draft, documentId } = await draftWith(filer, await unfitClaimPdf());
    await mendDocument(filer, documentId, now);
    await submitted(filer, { draft, locale: 'en' }, { now, courtNow: inHours });
    const kinds = (await versionsOf(documentId)).map(({ kind }) => kind);
    expect(kinds).not.toContain('mended');
  });

  it('is not made of a signed file, and why is said', async () => {
    const filer = await newFiler(inHours);
    const { documentId } = await draftWith(filer, signedFile());
    expect(await mendDocument(filer, documentId, now)).toBe('signed');
  });
});
