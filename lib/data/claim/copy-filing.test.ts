import { expect, it } from 'vitest';
import { NotFound } from '@/lib/data/access/errors';
import { copyFiling } from '@/lib/data/claim/copy-filing';
import { listDocuments } from '@/lib/data/claim/documents/documents';
import { getDraft } from '@/lib/data/claim/drafts';
import { getFiling } from '@/lib/data/filing/filings';
import { parseClaim } from '@/lib/domain/claim/claim';
import { claimToFile } from '@/lib/domain/claim/claim-v1';
import { newFiler } from '@/lib/testing/account/people';
import { readyDraft, submitted } from '@/lib/testing/claim/submit';
import { onDatabase } from '@/lib/testing/db/databases';

// Monday, 10:00 in Toronto
const courtNow = new Date('2026-11-23T15:00:00Z');
const times = { now: new Date(), courtNow };

onDatabase('a copy of a filing', () => {
  it('is a draft of its filer with the same claim, and without documents', async () => {
    const filer = await newFiler(courtNow);
    const { reference } = await readyDraft(filer);
    const filed = await submitted(filer, { draft: reference, locale: 'en' }, times);
    const copy = await copyFiling(filer, filed.reference, times.now);
    const parsed = parseClaim((await getDraft(filer, copy.reference)).answers);
    const { claim } = await getFiling(filer, filed.reference);
    expect(parsed.ok && claimToFile(parsed.claim)).toEqual(claim);
    expect(await listDocuments(filer, copy.reference)).toEqual([]);
    await expect(copyFiling(await newFiler(courtNow), filed.reference, times.now)).rejects.toThrow(NotFound);
  });
});
