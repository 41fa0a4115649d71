import { and, isNull, sql } from 'drizzle-orm';
import { db, type Tx } from '@/lib/data/db';
import { held, type LeasedFiling, LeaseLost } from '@/lib/data/filing-lease';
import { courtFiles, fileNumbers, filings } from '@/lib/data/schema';
import { fileNumber } from '@/lib/domain/filing';

/** The next number of the year. The counter's row stays locked until the transaction ends: no gap, no twin. */
async function nextFileNumber(tx: Tx, year: number): Promise<string> {
  const [counter] = await tx
    .insert(fileNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: fileNumbers.year, set: { last: sql`${fileNumbers.last} + 1` } })
    .returning({ last: fileNumbers.last });
  if (!counter) throw new Error('the counter gave no number');
  return fileNumber(year, counter.last);
}

/**
 * Binds the next court file number to the filing for ever (r. 14.07(1)), so that every later try bears the same.
 * The number's year is that of the date of issue. @throws LeaseLost
 */
export async function bindFileNumber(filing: LeasedFiling): Promise<string> {
  if (filing.fileNumber) return filing.fileNumber;
  return db().transaction(async (tx) => {
    const number = await nextFileNumber(tx, Number(filing.issueOn.slice(0, 4)));
    await tx
      .insert(courtFiles)
      .values({ number, courtId: filing.courtId, title: filing.title, openedOn: filing.issueOn });
    const bound = await tx
      .update(filings)
      .set({ fileNumber: number })
      .where(and(held(filing), isNull(filings.fileNumber)))
      .returning({ id: filings.id });
    if (bound.length === 0) throw new LeaseLost();
    return number;
  });
}
