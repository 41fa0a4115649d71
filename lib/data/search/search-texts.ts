import { eq, lt } from 'drizzle-orm';
import { db } from '@/lib/data/db/db';
import { filings } from '@/lib/data/db/schema/filing';
import { SEARCH_VERSION, searchText } from '@/lib/domain/filing/search';

/**
 * Folds the search text of filings that an earlier version of the service stored, a batch at a time. Servers that
 * do so at once share the rows. Until its turn a filing is found by its earlier text.
 * @returns how many were folded; 0 when none is left that no other server has
 */
export function renewSearchTexts(batch = 200): Promise<number> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({
        id: filings.id,
        reference: filings.reference,
        fileNumber: filings.fileNumber,
        ownNumber: filings.ownNumber,
        contact: filings.contact,
        claim: filings.claim,
      })
      .from(filings)
      .where(lt(filings.searchVersion, SEARCH_VERSION))
      .orderBy(filings.searchVersion)
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const row of rows) {
      const renewed = { search: searchText(row), searchVersion: SEARCH_VERSION };
      await tx.update(filings).set(renewed).where(eq(filings.id, row.id));
    }
    return rows.length;
  });
}
