import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { removeDocument } from '@/lib/data/claim/documents/documents';
import { beginUpload, refuseUpload } from '@/lib/data/claim/documents/uploads';
import { spaceTaken } from '@/lib/data/claim/draft-space';
import { deleteDraft, startDraft } from '@/lib/data/claim/drafts';
import { db } from '@/lib/data/db/db';
import { drafts } from '@/lib/data/db/schema/claim';
import type { UserActor } from '@/lib/domain/access/access';
import {
  CLAIM_KINDS,
  type DocumentKind,
  isDraftSpaceShort,
  MAX_BYTES,
  MOST_DRAFT_BYTES,
} from '@/lib/domain/claim/document';
import { newFiler } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T15:00:00Z');

async function draftOf(filer: UserActor): Promise<string> {
  return (await startDraft(filer, now)).reference;
}

const begin = (filer: UserActor, draft: string, kind: DocumentKind = 'claim', size = MAX_BYTES) =>
  beginUpload(filer, { draft, kind, name: 'a.pdf', size }, now);

/** As many drafts as there must be for so many files, each file 35 MB. */
async function fill(filer: UserActor, files: number) {
  const begun: { documentId: string; draft: string; kind: DocumentKind }[] = [];
  let draft = '';
  for (let n = 0; n < files; n += 1) {
    const kind = CLAIM_KINDS[n % CLAIM_KINDS.length] ?? 'claim';
    if (kind === 'claim') draft = await draftOf(filer);
    begun.push({ ...(await begin(filer, draft, kind)), draft, kind });
  }
  return begun;
}

const full = { key: 'draftsFull' };

it('is called short from 400 of its 500 MB on', () => {
  expect(MOST_DRAFT_BYTES).toBe(500 * 1024 * 1024);
  expect(isDraftSpaceShort(400 * 1024 * 1024 - 1)).toBe(false);
  expect(isDraftSpaceShort(400 * 1024 * 1024)).toBe(true);
});

eachDatabase('the space of a person’s drafts', () => {
  it('is 500 MB over all drafts together, to the byte, and another person’s is their own', async () => {
    const [filer, other] = [await newFiler(now), await newFiler(now)];
    await fill(filer, 14);
    const rest = MOST_DRAFT_BYTES - 14 * MAX_BYTES;
    const draft = await draftOf(filer);
    await expect(begin(filer, draft, 'claim', rest + 1)).rejects.toMatchObject(full);
    await begin(filer, draft, 'claim', rest);
    expect(await spaceTaken(filer)).toBe(MOST_DRAFT_BYTES);
    await expect(begin(filer, draft, 'bilingual-request', 1)).rejects.toMatchObject(full);
    await begin(other, await draftOf(other));
    expect(await spaceTaken(other)).toBe(MAX_BYTES);
    await expect(spaceTaken({ kind: 'anonymous' })).rejects.toThrow(NotFound);
  });

  it('cannot be passed by uploads at the same time, each in a draft of its own', async () => {
    const filer = await newFiler(now);
    await fill(filer, 12);
    const more = await Promise.all(Array.from({ length: 8 }, () => draftOf(filer)));
    const answers = await Promise.allSettled(more.map((draft) => begin(filer, draft)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(full);
    expect(await spaceTaken(filer)).toBe(14 * MAX_BYTES);
  });

  it('is free again of what is removed, refused, deleted or submitted', async () => {
    const filer = await newFiler(now);
    const [removed, refused, deleted, , submitted] = await fill(filer, 14);
    const draft = await draftOf(filer);
    await expect(begin(filer, draft)).rejects.toMatchObject(full);
    await removeDocument(filer, removed?.documentId ?? '', now);
    await refuseUpload(refused?.documentId ?? '', { code: 'corrupt' });
    expect(await spaceTaken(filer)).toBe(12 * MAX_BYTES);
    await deleteDraft(filer, deleted?.draft ?? '', now);
    expect(await spaceTaken(filer)).toBe(10 * MAX_BYTES);
    await db()
      .update(drafts)
      .set({ submittedAt: now })
      .where(eq(drafts.reference, submitted?.draft ?? ''));
    expect(await spaceTaken(filer)).toBe(6 * MAX_BYTES);
    await begin(filer, draft);
  });

  it('lets a document be replaced by one as large when it is full', async () => {
    const filer = await newFiler(now);
    const begun = await fill(filer, 14);
    const [claim, affidavit] = begun;
    await begin(filer, claim?.draft ?? '');
    expect(await spaceTaken(filer)).toBe(14 * MAX_BYTES);
    // Of affidavits there may be several: the one whose place it takes is said.
    const { draft = '', kind = '', documentId } = affidavit ?? {};
    const asked = { draft, kind, name: 'a.pdf', size: MAX_BYTES };
    await expect(beginUpload(filer, asked, now)).rejects.toMatchObject(full);
    await beginUpload(filer, { ...asked, replaces: documentId }, now);
  });
});
