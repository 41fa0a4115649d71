import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { db } from '@/lib/data/db/db';
import { documentVersions } from '@/lib/data/db/schema/document';
import { failedChecks } from '@/lib/data/register/stored-files';
import { checkFiles, checkSample } from '@/lib/jobs/upkeep/check-files';
import { store } from '@/lib/storage/store';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, upload } from '@/lib/testing/claim/submit';
import { eachDatabase } from '@/lib/testing/db/databases';

const now = new Date('2026-11-24T06:00:00Z');

async function faults(after?: string) {
  const found = [];
  for await (const each of checkFiles(after)) found.push(each);
  return found;
}

eachDatabase('stored files', () => {
  it('are compared with their rows, from any of them on, and what is missing or differs is named', async () => {
    const filer = await newFiler(now);
    const { reference, storageKey: gone } = await readyDraft(filer);
    const { storageKey: changed } = await upload(filer, reference, 'claim');
    const { storageKey: right } = await upload(filer, reference, 'claim');
    expect((await faults()).map(({ fault }) => fault)).toEqual([null, null, null]);

    await store.delete(gone);
    await db()
      .update(documentVersions)
      .set({ sha256: 'f'.repeat(64) })
      .where(eq(documentVersions.storageKey, changed));
    const found = await faults();
    const expected = new Map([
      [gone, 'missing'],
      [changed, 'differs'],
      [right, null],
    ]);
    expect(new Map(found.map(({ version, fault }) => [version.storageKey, fault]))).toEqual(expected);
    const [first] = found;
    expect(await faults(first?.version.id)).toEqual(found.slice(1));
  });

  it('are kept as failed by the nightly sample until they are right again', async () => {
    await checkSample(now);
    const failed = await failedChecks();
    expect(failed.map(({ fault }) => fault).sort()).toEqual(['differs', 'missing']);
    const [version] = failed.filter(({ fault }) => fault === 'differs');
    const found = (await faults()).length;
    expect(found).toBe(3);
    const [other] = await db()
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.id, version?.id ?? ''));
    const bytes = await store.read(other?.storageKey ?? '');
    const { createHash } = await import('node:crypto');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await db()
      .update(documentVersions)
      .set({ sha256 })
      .where(eq(documentVersions.id, version?.id ?? ''));
    await checkSample(now, undefined, 0);
    expect((await failedChecks()).map(({ fault }) => fault)).toEqual(['missing']);
  });
});
