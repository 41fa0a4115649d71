import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { seedCourts } from '@/lib/data/court/courts';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { searchFilings } from '@/lib/data/search/filing-search';
import { renewSearchTexts } from '@/lib/data/search/search-texts';
import { SEARCH_VERSION } from '@/lib/domain/filing/search';
import { newFiler, newPerson } from '@/lib/testing/account/people';
import { eachDatabase } from '@/lib/testing/db/databases';
import { claim, storeFiling } from '@/lib/testing/filing/filings';

const receivedAt = new Date('2026-11-23T15:00:00Z');

eachDatabase('search texts of an earlier version', () => {
  const defendants = claim.defendants.map((party) => ({ ...party, alsoKnownAs: 'Łukasz O’Brien' }));
  const earlier = { search: 'łukasz o’brien', searchVersion: SEARCH_VERSION - 1 };

  beforeAll(async () => {
    await seedCourts();
    const filer = await newFiler(receivedAt);
    for (let n = 0; n < 5; n += 1)
      await storeFiling(filer, { receivedAt, claim: { ...claim, defendants }, ...earlier });
    await storeFiling(filer, { receivedAt, search: ' as it is ' });
  });

  it('are folded anew in batches that servers share, and then found', async () => {
    const clerk = await newPerson('clerk');
    const find = async () => (await searchFilings(clerk, { typed: 'lukasz obrien', page: 1 })).total;
    expect(await find()).toBe(0);
    const counts = await Promise.all([renewSearchTexts(2), renewSearchTexts(2)]);
    counts.push(await renewSearchTexts(2), await renewSearchTexts(2), await renewSearchTexts(2));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(await find()).toBe(5);
    expect(await renewSearchTexts()).toBe(0);
  });

  it('of this version stay as they are', async () => {
    const kept = await db().select().from(filings).where(eq(filings.search, ' as it is '));
    expect(kept).toHaveLength(1);
  });
});
