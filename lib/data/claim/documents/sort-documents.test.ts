import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { cancelUploads, sortDocuments } from '@/lib/data/claim/documents/sort-documents';
import { beginUpload, finishUpload } from '@/lib/data/claim/documents/uploads';
import { startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { documents } from '@/lib/data/db/schema/document';
import type { UserActor } from '@/lib/domain/access/access';
import { type ClaimKind, MOST_FILES } from '@/lib/domain/claim/document';
import { nothingRead } from '@/lib/domain/claim/reading/reading';
import { receiveClaim } from '@/lib/jobs/issuing/submit';
import { newFiler } from '@/lib/testing/account/people';
import { certifiedContentSeen } from '@/lib/testing/claim/certified-content';
import { readyDraft } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');
const bilingual = { language: { language: 'bilingual' } };

let count = 0;
/** A file that arrives for a draft without anybody saying what it is. @returns its id */
async function arrive(
  filer: UserActor,
  draft: string,
  read: ClaimKind | null,
  { replaces, byText }: { replaces?: string | undefined; byText?: boolean } = {},
): Promise<string> {
  const about = { draft, kind: '', name: 'A.pdf', size: 1_000, replaces };
  const { documentId } = await beginUpload(filer, about, now);
  count += 1;
  const received = {
    ...{ storageKey: `unsorted-${process.pid}-${count}`, size: 1_000, sha256: `sha256 ${count}`, pages: 2 },
    ...{ place: null, warnings: [], reading: { ...nothingRead(2, true), kind: read }, replaces, byText },
  };
  await finishUpload(documentId, received, now);
  return documentId;
}

eachDatabase('files of which nobody said what they are', () => {
  it('become what their text says, unless the draft has that document', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now, bilingual);
    const claim = await arrive(filer, reference, 'claim');
    const second = await arrive(filer, reference, 'claim');
    const unread = await arrive(filer, reference, null);
    expect(await listDocuments(filer, reference)).toMatchObject([
      { id: claim, state: 'ready', kind: 'claim' },
      { id: second, state: 'unsorted', kind: null },
      { id: unread, state: 'unsorted', kind: null },
    ]);
  });

  it('become nothing but what their text says where they come with others to begin a claim', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    const unread = await arrive(filer, reference, null, { byText: true });
    const claim = await arrive(filer, reference, 'claim', { byText: true });
    expect(await listDocuments(filer, reference)).toMatchObject([
      { id: unread, state: 'unsorted', kind: null },
      { id: claim, state: 'ready', kind: 'claim' },
    ]);
  });

  it('become the only document that is asked for where their text says nothing', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now);
    await arrive(filer, reference, null);
    expect(await listDocuments(filer, reference)).toMatchObject([{ state: 'ready', kind: 'claim' }]);
  });

  it('are what a person says, who can exchange two of them, but not make two the same', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now, bilingual);
    const [a, b] = [await arrive(filer, reference, 'claim'), await arrive(filer, reference, null)];
    await expect(sortDocuments(filer, reference, { [b]: 'claim' })).rejects.toMatchObject({
      key: 'kindTwice',
    });
    await sortDocuments(filer, reference, { [a]: 'bilingual-request', [b]: 'claim' });
    expect(await listDocuments(filer, reference)).toMatchObject([
      { id: a, state: 'ready', kind: 'bilingual-request' },
      { id: b, state: 'ready', kind: 'claim' },
    ]);
  });

  it('may be several affidavits, each of which is replaced or removed by itself', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now, bilingual);
    const kind = 'guardian-affidavit';
    const [a, b] = [await arrive(filer, reference, kind), await arrive(filer, reference, null)];
    await sortDocuments(filer, reference, { [a]: kind, [b]: kind });
    const c = await arrive(filer, reference, kind);
    const said = { draft: reference, kind, name: 'B.pdf', size: 1_000 };
    const arriving = [await beginUpload(filer, said, now), await beginUpload(filer, said, now)];
    const standing = async () => (await listDocuments(filer, reference)).map((one) => [one.id, one.kind]);
    const ids = [a, b, c, ...arriving.map(({ documentId }) => documentId)];
    expect(await standing()).toEqual(expect.arrayContaining(ids.map((id) => [id, kind])));
    const d = await arrive(filer, reference, kind, { replaces: a });
    expect(await standing()).toEqual(expect.arrayContaining([...ids.slice(1), d].map((id) => [id, kind])));
    expect((await standing()).flat()).not.toContain(a);
  });

  it('take the place of the one that they replace once they are here, in the same draft alone', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now, bilingual);
    const other = await startDraft(filer, now, bilingual);
    const elsewhere = await arrive(filer, other.reference, null);
    const first = await arrive(filer, reference, null);
    const second = await arrive(filer, reference, null, { replaces: first });
    expect(await listDocuments(filer, reference)).toMatchObject([{ id: second }]);
    await arrive(filer, reference, null, { replaces: elsewhere });
    expect(await listDocuments(filer, other.reference)).toMatchObject([{ id: elsewhere }]);
  });

  it('are ten at most; one in the place of another is taken', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now, bilingual);
    const ids: string[] = [];
    for (let n = 0; n < MOST_FILES; n += 1) ids.push(await arrive(filer, reference, null));
    await expect(arrive(filer, reference, null)).rejects.toMatchObject({ key: 'tooManyFiles' });
    await arrive(filer, reference, null, { replaces: ids[0] });
    expect(await listDocuments(filer, reference)).toHaveLength(MOST_FILES);
  });

  it('are gone when they are cancelled while they arrive; what arrived stays', async () => {
    const filer = await newFiler(now);
    const { reference } = await startDraft(filer, now, bilingual);
    const here = await arrive(filer, reference, null);
    await beginUpload(filer, { draft: reference, kind: '', name: 'A.pdf', size: 5 }, now);
    await cancelUploads(filer, reference, 'A.pdf', now);
    expect(await listDocuments(filer, reference)).toMatchObject([{ id: here }]);
  });

  it('are not filed, and leave a draft that is submitted', async () => {
    const filer = await newFiler(now);
    const { reference } = await readyDraft(filer);
    const second = await arrive(filer, reference, 'claim');
    const states = async () =>
      (await db().select().from(documents).where(eq(documents.id, second))).map(({ state }) => state);
    expect(await states()).toEqual(['unsorted']);
    const seen = await certifiedContentSeen(filer, reference);
    const asked = {
      draft: reference,
      key: randomUUID(),
      promised: '2026-11-24',
      seen,
      locale: 'en' as const,
    };
    expect(await receiveClaim(filer, asked, { now: new Date(), courtNow: now })).toMatchObject({
      kind: 'submitted',
    });
    expect(await states()).toEqual(['removed']);
  });

  it('are nobody else’s to sort or cancel, and none of another draft', async () => {
    const [filer, other] = [await newFiler(now), await newFiler(now)];
    const { reference } = await startDraft(filer, now, bilingual);
    const id = await arrive(filer, reference, null);
    const elsewhere = (await startDraft(filer, now)).reference;
    await expect(sortDocuments(other, reference, { [id]: 'claim' })).rejects.toThrow(NotFound);
    await expect(sortDocuments(filer, elsewhere, { [id]: 'claim' })).rejects.toThrow(NotFound);
    await expect(cancelUploads(other, reference, 'A.pdf', now)).rejects.toThrow(NotFound);
  });
});
