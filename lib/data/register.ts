import { eq } from 'drizzle-orm';
import type { Tx } from '@/lib/data/db';
import { type filings, register, registerHead } from '@/lib/data/schema';
import { courtDay } from '@/lib/domain/calendar';
import { type RegisterEntry, registerHash } from '@/lib/domain/register';

type Filing = Pick<typeof filings.$inferSelect, 'id' | 'reference' | 'courtId' | 'issueOn'>;
type NewEntry = Pick<RegisterEntry, 'kind' | 'fileNumber' | 'recordedAt'> & {
  documents?: RegisterEntry['documents'];
};

/**
 * Adds an entry to the court's register, in the transaction of what it tells of. Its head stays locked until that ends:
 * make this the last thing it does.
 */
export async function enter(tx: Tx, filing: Filing, entry: NewEntry): Promise<void> {
  const [head] = await tx.select().from(registerHead).for('update');
  if (!head) throw new Error('the register has no head');
  const chained: RegisterEntry = {
    documents: [],
    ...entry,
    entry: head.entry + 1,
    reference: filing.reference,
    court: filing.courtId,
    issuedOn: filing.issueOn,
    previous: head.hash,
  };
  const hash = registerHash(chained);
  const { court: courtId, ...columns } = chained;
  const recordedOn = courtDay(entry.recordedAt);
  await tx.insert(register).values({ ...columns, courtId, recordedOn, filingId: filing.id, hash });
  await tx.update(registerHead).set({ entry: chained.entry, hash }).where(eq(registerHead.id, head.id));
}
